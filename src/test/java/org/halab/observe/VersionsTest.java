package org.halab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {
  @Test
  void eachProgramSaysItsVersionInItsOwnWay() {
    assertThat(
            Versions.inAnswer(
                """
                postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)
                patroni 4.0.7
                etcd Version: 3.5.16
                HAProxy version 3.0.11-1+deb13u3 2026/05/02 - https://haproxy.org/
                nginx version: nginx/1.26.3
                """))
        .containsExactly(
            List.of("PostgreSQL", "15.18"),
            List.of("Patroni", "4.0.7"),
            List.of("etcd", "3.5.16"),
            List.of("HAProxy", "3.0.11"),
            List.of("nginx", "1.26.3"));
  }

  @Test
  void whatIsNotThereSaysNothing() {
    assertThat(Versions.inAnswer("")).isEmpty();
  }
}
