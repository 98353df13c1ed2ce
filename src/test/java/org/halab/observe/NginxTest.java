package org.halab.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.halab.domain.BalancerServer;
import org.junit.jupiter.api.Test;

class NginxTest {
  @Test
  void itsPageTellsTheServersAndTheirLastAnswers() {
    assertThat(
            NginxBalancer.servers(
                """
                [{"name": "pg-master", "status": "UP", "check": "GET /primary 200"},
                 {"name": "pg-slave", "status": "DOWN", "check": "GET /primary 503"}]"""))
        .containsExactly(
            new BalancerServer("pg-master", "UP", "GET /primary 200", 1, 1),
            new BalancerServer("pg-slave", "DOWN", "GET /primary 503", 1, 1));
  }

  @Test
  void anythingElseIsNoPage() {
    assertThatThrownBy(() -> NginxBalancer.servers("<html>")).hasMessageContaining("<html>");
  }
}
