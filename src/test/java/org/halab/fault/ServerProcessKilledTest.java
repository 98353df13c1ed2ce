package org.halab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.halab.engine.CommandResult;
import org.halab.engine.ServiceContainer;
import org.junit.jupiter.api.Test;

class ServerProcessKilledTest {
  private static final List<String> OTHERS =
      List.of(
          "1 S 10 python3 /usr/bin/patroni /patroni ",
          "7 S 11 /usr/bin/python3 /usr/bin/patroni /patroni ",
          "20 S 20 /usr/lib/postgresql/15/bin/postgres -D /data --port=5432 ",
          "23 S 21 postgres: my_cluster: checkpointer    ",
          "30 S 22 postgres: my_cluster: postgres postgres 127.0.0.1(40000) idle ",
          "31 S 23 postgres: my_cluster: walsender replicator 172.18.0.4(40001) streaming 0/30 ");
  private static final String LATER =
      "52 S 90 postgres: my_cluster: postgres postgres 172.18.0.6(40003) INSERT ";
  private static final String EARLIER =
      "54 S 80 postgres: my_cluster: postgres postgres 172.18.0.6(40002) idle ";

  private final Node node = new Node();

  @Test
  void aBackendIsThatOfAClientFromElsewhere() {
    node.runs(OTHERS).runs(List.of(LATER, EARLIER));

    ServerProcessKilled.ofBackend(node).inflict();

    assertThat(node.killed).containsExactly("54");
  }

  @Test
  void withoutClientsThereIsNone() {
    node.runs(OTHERS);

    assertThatThrownBy(() -> ServerProcessKilled.ofBackend(node).inflict())
        .hasMessageContaining("BACKEND");
  }

  @Test
  void aProcessThatLivesOnWasNotKilled() {
    node.runs(OTHERS);
    FaultAction checkpointer = ServerProcessKilled.ofCheckpointer(node);

    assertThat(checkpointer.inEffect()).isFalse();
    checkpointer.inflict();
    assertThat(checkpointer.inEffect()).isFalse();
    assertThat(checkpointer.healed()).isFalse();
  }

  @Test
  void anotherOfItsKindIsNotTakenForIt() {
    node.runs(OTHERS);
    FaultAction checkpointer = ServerProcessKilled.ofCheckpointer(node);
    checkpointer.inflict();

    node.processes.remove(OTHERS.get(3));
    assertThat(checkpointer.inEffect()).isTrue();
    assertThat(checkpointer.healed()).isFalse();

    node.processes.add("61 S 95 postgres: my_cluster: checkpointer ");
    assertThat(checkpointer.inEffect()).isTrue();
    assertThat(checkpointer.healed()).isTrue();
  }

  private static final class Node extends ServiceContainer {
    private final List<String> processes = new ArrayList<>();
    private final List<String> killed = new ArrayList<>();

    Node() {
      super(null, "a project", "a node");
    }

    Node runs(List<String> more) {
      processes.addAll(more);
      return this;
    }

    @Override
    public CommandResult exec(String... command) {
      String words = command[2];
      if (words.startsWith("kill -KILL ")) {
        killed.add(words.substring("kill -KILL ".length()));
        return new CommandResult(0, "");
      }
      return new CommandResult(0, String.join("\n", processes));
    }
  }
}
