package org.halab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.halab.domain.LabException;
import org.junit.jupiter.api.Test;

class SwarmStackTest {
  private static final String TWO =
      """
      {"services": {
        "one": {"ports": [{"target": 5432, "published": "5433", "mode": "host"}],
          "deploy": {"placement": {"constraints": ["node.labels.lab.host == 1"]}}},
        "two": {"ports": [{"target": 5432, "published": "5433", "mode": "host"}],
          "deploy": {"placement": {"constraints": ["node.labels.lab.host == %d"]}}},
        "any": {}}}
      """;

  private static ComposeModel second(int host) {
    return ComposeModel.parse(TWO.formatted(host));
  }

  @Test
  void tellsTheHostOfEachServiceThatIsBoundToOne() {
    assertThat(second(2).hosts("lab.host")).isEqualTo(Map.of("one", 1, "two", 2));
    assertThat(second(2).hosts("lab.other")).isEmpty();
  }

  @Test
  void tellsWhereAPortIsPublished() {
    assertThat(second(2).hostPort("one", 5432)).hasValue(5433);
    assertThat(second(2).hostPort("one", 8008)).isEmpty();
    assertThat(second(2).hostPort("any", 5432)).isEmpty();
  }

  @Test
  void onePortOfOneHostIsForOneService() {
    List<Path> files = List.of(Path.of("docker", "swarm", "stack.yml"));

    assertThatThrownBy(() -> StackReader.read("a", Path.of("docker"), files, second(1)))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("two is to be published on port 5433, and so is one");
    assertThatThrownBy(() -> StackReader.read("a", Path.of("docker"), files, second(2)))
        .as("a clash is not what is wrong with it")
        .hasMessageNotContaining("published");
  }
}
