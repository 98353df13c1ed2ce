package org.halab.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.halab.matrix.Tried.End;
import org.halab.message.Language;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final WrongSetting SETTING =
      new WrongSetting(
          "HAProxy",
          "check-tcp",
          "the check | asks little",
          List.of(),
          List.of(new Trial("a.feature", "", "a", List.of("every one"), "", "")),
          "");

  @Test
  void theTableSaysWhichScenarioIsRedWhereWhyAndWhen() {
    Tried red =
        new Tried("features/a.feature:8", "a", End.RED, "every one", "[nodes]\n  two", 12.3);

    assertThat(table(new Row(SETTING, Fate.CAUGHT, List.of(red))))
        .startsWith("| part | setting | what is wrong |")
        .endsWith(
            "| HAProxy | check-tcp | the check \\| asks little | caught | a.feature:8 a"
                + " | every one | [nodes] two | 12 |\n");
  }

  @Test
  void whatWasNotTriedIsToldSo() {
    assertThat(table(new Row(SETTING, Fate.NOT_TRIED, List.of())))
        .endsWith("| not tried yet |  |  |  |  |\n");
  }

  @Test
  void ofALongMessageTheBeginningIsShown() {
    assertThat(Row.brief("x ".repeat(500))).hasSize(200).endsWith("…");
  }

  @Test
  void onlyWhatIsNotAsExpectedIsASurprise() {
    assertThat(
            Matrix.surprises(
                List.of(
                    new Row(SETTING, Fate.CAUGHT, List.of()),
                    new Row(SETTING, Fate.EXPLAINED, List.of()),
                    new Row(SETTING, Fate.SURVIVED, List.of()))))
        .hasSize(1);
  }

  private static String table(Row row) {
    return Matrix.markdown(Matrix.table(List.of(row)).in(Language.ENGLISH));
  }
}
