package org.halab.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalInt;
import org.halab.domain.ClusterView;
import org.halab.domain.Member;
import org.halab.domain.Role;
import org.junit.jupiter.api.Test;

class PatroniJsonTest {
  @Test
  void readsTheMembers() {
    ClusterView view =
        PatroniJson.cluster(
            """
            {"members": [
              {"name": "postgresql0", "role": "leader", "state": "running", "host": "pg-master",
               "port": 5432, "timeline": 3},
              {"name": "postgresql1", "role": "sync_standby", "state": "streaming",
               "host": "pg-slave", "port": 5432, "timeline": 3, "lag": 0}],
             "scope": "my_cluster"}
            """);

    assertThat(view.leader()).map(Member::name).contains("postgresql0");
    assertThat(view.members().get(1))
        .isEqualTo(
            new Member(
                "postgresql1",
                "pg-slave",
                Role.SYNC_STANDBY,
                "streaming",
                OptionalInt.of(3),
                "0",
                false));
    assertThat(view.healthy(2)).isTrue();
  }

  @Test
  void whoIsNotToAcknowledgeStandsApart() {
    ClusterView view =
        PatroniJson.cluster(
            """
            {"members": [
              {"name": "a", "role": "quorum_standby", "tags": {"nofailover": true}},
              {"name": "b", "role": "replica", "tags": {"nosync": true}},
              {"name": "c", "role": "replica", "tags": {"replicatefrom": "a"}}]}
            """);

    assertThat(view.members()).extracting(Member::apart).containsExactly(false, true, true);
  }

  @Test
  void readsWhereTheHistoryTurned() {
    assertThat(
            PatroniJson.forks(
                """
                [[1, 50502288, "no recovery target specified",
                  "2026-11-28T00:50:15.457+00:00", "postgresql1"]]
                """))
        .containsExactly(Map.entry(1, 0x3029A90L));
  }

  @Test
  void aMemberThatStartsHasNoTimelineYet() {
    ClusterView view =
        PatroniJson.cluster(
            """
            {"members": [{"name": "postgresql1", "role": "replica", "state": "creating replica",
              "host": "pg-slave", "lag": "unknown"}]}
            """);

    assertThat(view.members().get(0).timeline()).isEmpty();
    assertThat(view.members().get(0).lag()).isEqualTo("unknown");
  }

  @Test
  void otherThanJsonIsShown() {
    assertThatThrownBy(() -> PatroniJson.cluster("<html>Bad Gateway</html>"))
        .hasMessageContaining("Bad Gateway");
  }
}
