package org.halab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.halab.engine.CommandResult;
import org.halab.engine.ServiceContainer;
import org.junit.jupiter.api.Test;

class DiskSlowTest {
  private static final String DISK = "12 S 10 bindfs --no-allow-other -o nonempty /data /data ";
  private static final String SLOWING = "40 S 90 bash /tmp/lab-slow-disk ";

  private final Node node = new Node();
  private final FaultAction slow = new DiskSlow(node, "/data");

  @Test
  void aDiskThatOnlyIsBusyIsNotTakenForSlowed() {
    node.processes.add(DISK);
    node.micros = 5_000_000;

    assertThat(slow.inEffect()).isFalse();
    assertThat(slow.healed()).isTrue();
  }

  @Test
  void aDiskThatAnswersAtOnceIsNotSlow() {
    node.processes.addAll(List.of(DISK, SLOWING));
    node.micros = 60_000;

    assertThat(slow.inEffect()).isFalse();
    node.micros = 1_200_000;
    assertThat(slow.inEffect()).isTrue();
  }

  @Test
  void healingEndsWhatSlowsIt() {
    node.processes.addAll(List.of(DISK, SLOWING));

    slow.heal();

    assertThat(node.ended).containsExactly("kill -TERM 40");
    assertThat(slow.healed()).isFalse();
    node.processes.remove(SLOWING);
    assertThat(slow.healed()).isTrue();
  }

  @Test
  void aDiskLeftStandingIsNotHealed() {
    node.processes.add(DISK.replace(" S ", " T "));

    assertThat(slow.healed()).isFalse();
  }

  @Test
  void onlyDataBehindAProcessAreSlowed() {
    assertThatThrownBy(slow::inflict).hasMessageContaining("bindfs");
  }

  private static final class Node extends ServiceContainer {
    private final List<String> processes = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private long micros;

    Node() {
      super(null, "a project", "a node");
    }

    @Override
    public CommandResult exec(String... command) {
      String words = command[2];
      if (words.startsWith("kill ")) {
        ended.add(words);
        return new CommandResult(0, "");
      }
      return new CommandResult(
          0, words.contains("PG_VERSION") ? micros + "\n" : String.join("\n", processes));
    }
  }
}
