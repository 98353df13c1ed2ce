package org.halab.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.halab.matrix.Tried.End;
import org.junit.jupiter.api.Test;

class FateTest {
  private static final Trial GREEN = new Trial("a.feature", "", "a", List.of(), "", "");
  private static final Trial RED =
      new Trial("b.feature", "", "b", List.of("every row"), "row \\d+.*lost", "");

  private static final Tried WAS_GREEN = tried(End.GREEN, "", "");
  private static final Tried WAS_RED = tried(End.RED, "every row is there", "row 7\nis lost");

  @Test
  void redAtItsStepWithItsWordsIsCaught() {
    assertThat(fate(WAS_GREEN, WAS_RED)).isEqualTo(Fate.CAUGHT);
  }

  @Test
  void redElsewhereOrWithOtherWordsIsTwoOtherThings() {
    assertThat(fate(WAS_GREEN, tried(End.RED, "a cluster", "row 7 is lost")))
        .isEqualTo(Fate.RED_OTHERWISE);
    assertThat(fate(WAS_GREEN, tried(End.RED, "every row is there", "no connection")))
        .isEqualTo(Fate.RED_OTHERWISE);
    assertThat(fate(WAS_RED)).isEqualTo(Fate.RED_OTHERWISE);
    assertThat(Fate.of(setting(""), List.of(WAS_GREEN, WAS_RED), false))
        .isEqualTo(Fate.RED_OTHERWISE);
    assertThat(fate(WAS_GREEN, tried(End.NOT_STARTED, "", "no Compose file")))
        .isEqualTo(Fate.RED_OTHERWISE);
  }

  @Test
  void whatIsToldBeforeAnythingIsStartedCountsOnlyWhereItIsExpected() {
    Tried read = tried(End.NOT_STARTED, Trial.BEFORE_THE_START, "two of one name");
    Trial byReading =
        new Trial("a.feature", "", "a", List.of(Trial.BEFORE_THE_START), "of one name", "");
    WrongSetting setting =
        new WrongSetting("part", "name", "what", List.of(), List.of(byReading), "");

    assertThat(Fate.of(setting, List.of(read), true)).isEqualTo(Fate.CAUGHT);
    assertThat(fate(WAS_GREEN, read)).isEqualTo(Fate.RED_OTHERWISE);
  }

  @Test
  void allGreenIsASurvivorUnlessItIsExplained() {
    List<Tried> green = List.of(WAS_GREEN, WAS_GREEN);

    assertThat(Fate.of(setting(""), green, true)).isEqualTo(Fate.SURVIVED);
    assertThat(Fate.of(setting("it does no harm"), green, true)).isEqualTo(Fate.EXPLAINED);
  }

  @Test
  void whatIsNotOverIsNeither() {
    assertThat(fate()).isEqualTo(Fate.NOT_TRIED);
    assertThat(fate(WAS_GREEN)).isEqualTo(Fate.NOT_TRIED);
    assertThat(fate(tried(End.SKIPPED, "a step", "not here"))).isEqualTo(Fate.BROKE_OFF);
    assertThat(fate(WAS_GREEN, tried(End.BROKE_OFF, "", ""))).isEqualTo(Fate.BROKE_OFF);
  }

  private static Fate fate(Tried... tried) {
    return Fate.of(setting(""), List.of(tried), true);
  }

  private static WrongSetting setting(String survives) {
    return new WrongSetting("part", "name", "what", List.of(), List.of(GREEN, RED), survives);
  }

  private static Tried tried(End end, String step, String message) {
    return new Tried("features/b.feature:8", "b", end, step, message, 12.3);
  }
}
