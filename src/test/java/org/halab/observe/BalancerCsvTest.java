package org.halab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.halab.domain.BalancerServer;
import org.junit.jupiter.api.Test;

class BalancerCsvTest {
  private static final String CSV =
      """
      # pxname,svname,status,check_status,check_code,check_rise,check_fall,-,-,
      stats,FRONTEND,OPEN,,,,,,,
      postgres,FRONTEND,OPEN,,,,,,,
      postgres,postgresql_pg_master_5432,UP,L7OK,200,2,3,,,
      postgres,postgresql_pg_slave_5432,DOWN 1/2,L4TOUT,,2,3,,,
      postgres,BACKEND,UP,,,,,,,
      """;

  @Test
  void readsTheServersOfAProxy() {
    assertThat(BalancerCsv.servers(CSV, "postgres"))
        .containsExactly(
            new BalancerServer("postgresql_pg_master_5432", "UP", "L7OK 200", 2, 3),
            new BalancerServer("postgresql_pg_slave_5432", "DOWN 1/2", "L4TOUT", 2, 3));
  }

  @Test
  void aServerOnItsWayUpIsNotUpYet() {
    assertThat(BalancerCsv.servers(CSV, "postgres"))
        .extracting(BalancerServer::up)
        .containsExactly(true, false);
  }

  @Test
  void anUnknownProxyHasNoServers() {
    assertThat(BalancerCsv.servers(CSV, "mysql")).isEmpty();
  }
}
