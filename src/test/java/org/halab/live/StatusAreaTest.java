package org.halab.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jline.builtins.ScreenTerminal;
import org.junit.jupiter.api.Test;

/** What a terminal shows in the end, by an emulated one. */
class StatusAreaTest {
  private static final Instant SINCE = Instant.parse("2025-01-01T00:00:00Z");
  private static final TerminalSize SIZE = new TerminalSize(12, 60);

  private final ScreenTerminal screen = new ScreenTerminal(SIZE.columns(), SIZE.rows());
  private final StatusArea area = new StatusArea();

  @Test
  void whatOthersPrintScrollsAboveTheArea() {
    print("$ mvn test");
    show(glimpse("a feature"));
    IntStream.range(0, 30).forEach(i -> print("line " + i));
    show(glimpse("a feature"));

    assertThat(rows()).hasSize(12);
    assertThat(rows().subList(0, 9)).first().isEqualTo("line 21");
    assertThat(rows().subList(0, 9)).last().isEqualTo("line 29");
    assertThat(rows().subList(10, 12))
        .containsExactly(
            "▸ a feature › a scenario", "  When it is stopped · works 7 s · leader: postgresql0");
  }

  @Test
  void theAreaGrowsWithoutCoveringWhatWasPrinted() {
    show(glimpse("one"));
    IntStream.range(0, 10).forEach(i -> print("line " + i));
    show(glimpse("one"), glimpse("two"));
    print("last");

    assertThat(rows().subList(0, 7)).contains("line 8", "line 9", "last");
    assertThat(rows().get(8)).startsWith("▸ one");
    assertThat(rows().get(10)).startsWith("▸ two");
  }

  @Test
  void aFeatureThatHasEndedLeavesItsLinesEmpty() {
    show(glimpse("one"), glimpse("two"));
    show(glimpse("two"));

    assertThat(rows().get(8)).startsWith("▸ two");
    assertThat(rows().subList(10, 12)).containsExactly("", "");
  }

  @Test
  void theRowsAreGivenBack() {
    show(glimpse("one"));
    print("done");
    screen.write(area.released());
    IntStream.range(0, 30).forEach(i -> print("line " + i));

    assertThat(rows().get(10)).isEqualTo("line 29");
    assertThat(rows()).noneMatch(row -> row.contains("one"));
  }

  @Test
  void manyFeaturesHaveALineEachAndHalfOfTheScreenAtMost() {
    List<Glimpse> many = IntStream.range(0, 20).mapToObj(i -> glimpse("feature " + i)).toList();

    List<String> lines = StatusArea.lines(many, SIZE, SINCE);

    assertThat(lines).hasSize(6).allMatch(line -> line.startsWith("▸ a scenario · works 0 s"));
  }

  @Test
  void longLinesAreCut() {
    List<String> lines = StatusArea.lines(List.of(glimpse("a feature ".repeat(20))), SIZE, SINCE);

    assertThat(lines.get(0)).hasSize(59).endsWith("…");
  }

  private void show(Glimpse... glimpses) {
    screen.write(area.shown(List.of(glimpses), SIZE, SINCE.plusSeconds(7)));
  }

  private void print(String line) {
    screen.write(line + "\r\n");
  }

  private List<String> rows() {
    return screen.toString().lines().map(String::stripTrailing).toList();
  }

  private static Glimpse glimpse(String feature) {
    return new Glimpse(
        feature, "a scenario", "When it is stopped", SINCE, Optional.empty(), "postgresql0");
  }
}
