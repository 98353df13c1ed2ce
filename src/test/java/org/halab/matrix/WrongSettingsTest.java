package org.halab.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.record.FeatureScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written down of wrong settings fits the files and the features as they are now. */
class WrongSettingsTest {
  private static final WrongSettings SETTINGS = WrongSettings.read();

  @TempDir Path copy;

  static Stream<WrongSetting> wrong() {
    return SETTINGS.all().stream().filter(one -> !one.part().equals(WrongSettings.UNCHANGED));
  }

  @Test
  void thereAreManyAndEachHasANameOfItsOwn() {
    assertThat(wrong()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(SETTINGS.all()).extracting(WrongSetting::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void eachChangesTheFiles(WrongSetting setting) {
    assertThat(setting.edits()).isNotEmpty();

    setting.carryOut(Path.of("docker"), copy.resolve("project"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void itsScenariosAreThereWithTheStepsThatAreToBeRed(WrongSetting setting) {
    assertThat(setting.trials()).isNotEmpty();
    for (Trial trial : setting.trials()) {
      FeatureScenario scenario = Trials.scenario(trial);
      assertThat(trial.redAt())
          .filteredOn(step -> !step.equals(Trial.BEFORE_THE_START))
          .allSatisfy(step -> assertThat(scenario.steps()).anyMatch(one -> one.startsWith(step)));
    }
  }

  /**
   * After a red scenario no other is tried, so only the last one may be red; where that is a matter
   * of chance, the same one is tried several times.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void theLastScenarioIsToBeRedOrItIsExplainedWhyNoneIs(WrongSetting setting) {
    List<Trial> trials = setting.trials();

    Trial last = trials.get(trials.size() - 1);

    assertThat(trials).filteredOn(one -> !one.equals(last)).noneMatch(Trial::isToBeRed);
    assertThat(last.isToBeRed()).isEqualTo(setting.survives().isEmpty());
  }

  @Test
  void theUnchangedFilesAreTriedOnceWithEachScenarioThatIsToBeRed() {
    List<WrongSetting> unchanged = SETTINGS.of(WrongSettings.UNCHANGED, Set.of());

    assertThat(unchanged)
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.edits()).isEmpty())
        .extracting(one -> Trials.scenario(one.trials().get(0)).place())
        .doesNotHaveDuplicates();
  }

  @Test
  void oneThatIsNotThereIsToldWithThoseThatAre() {
    assertThat(SETTINGS.of("HAProxy", Set.of("check-tcp", "ttl-long")))
        .extracting(WrongSetting::name)
        .containsExactly("check-tcp");
    assertThatThrownBy(() -> SETTINGS.of("HAProxy", Set.of("check-udp")))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("'check-udp'")
        .hasMessageContaining("check-tcp");
  }
}
