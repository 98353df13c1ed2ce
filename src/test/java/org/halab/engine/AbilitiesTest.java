package org.halab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AbilitiesTest {
  private static final List<String> DOCKER = List.of("Engine", "containerd", "runc");

  @Test
  void engineOfTodayCanDoAll() {
    assertThat(Abilities.of("1.45", DOCKER)).isEqualTo(new Abilities(true, true));
    assertThat(Abilities.of("1.44", DOCKER)).isEqualTo(new Abilities(true, true));
    assertThat(Abilities.of("2.0", DOCKER)).isEqualTo(new Abilities(true, true));
  }

  @Test
  void olderOneHasNoIntervalForTheStart() {
    assertThat(Abilities.of("1.43", DOCKER)).isEqualTo(new Abilities(true, false));
    assertThat(Abilities.of("1.9", DOCKER)).isEqualTo(new Abilities(true, false));
  }

  @Test
  void podmanHasNoBuildKit() {
    assertThat(Abilities.of("1.41", List.of("Podman Engine", "Conmon")))
        .isEqualTo(new Abilities(false, false));
  }

  @Test
  void oneThatDoesNotTellCountsAsNew() {
    assertThat(Abilities.of("", List.of())).isEqualTo(new Abilities(true, true));
    assertThat(Abilities.of("next", DOCKER)).isEqualTo(new Abilities(true, true));
  }
}
