package org.halab.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.ItemVerdict;
import org.halab.finding.ItemVerdict.Outcome;
import org.halab.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsTest {
  private static final Points PROPOSAL = Points.read(Points.PROPOSAL);

  @TempDir Path directory;

  @Test
  void theProposalGivesAHundred() {
    Map<Item, Integer> points = PROPOSAL.most();
    assertThat(sum(points, "G")).isEqualTo(60);
    assertThat(sum(points, "Q")).isEqualTo(10);
    assertThat(points).containsEntry(Item.LEADER_LOST, 15).containsEntry(Item.FOLLOWS_AGAIN, 15);
    assertThat(PROPOSAL.extra()).containsExactly(Item.OTHER_STACK);
    assertThat(PROPOSAL.grade(all(Outcome.WORKS)).full()).isEqualTo(100);
  }

  @Test
  void extraPointsMakeUpForLostOnesAndNeverExceedTheFullNumber() {
    List<ItemVerdict> lost = verdicts(Item.FOLLOWS_AGAIN, Outcome.FAILS);
    assertThat(PROPOSAL.grade(lost).earned()).isEqualTo(95);
    assertThat(PROPOSAL.grade(all(Outcome.WORKS)).earned()).isEqualTo(100);
    assertThat(PROPOSAL.grade(all(Outcome.NOT_TRIED)).earned()).isZero();
  }

  @Test
  void outcomesKeepTheirShareRoundedToWholePoints() {
    assertThat(earned(PROPOSAL, Item.LEADER_LOST, Outcome.PARTLY)).isEqualTo(11);
    assertThat(earned(PROPOSAL, Item.LEADER_LOST, Outcome.READ_ONLY)).isEqualTo(15);
    assertThat(earned(PROPOSAL, Item.LEADER_LOST, Outcome.FAILS)).isZero();
  }

  @Test
  void aFindingsOwnShareStandsInForTheOutcomesAndTheLeastCounts() throws IOException {
    Points points = points("findings:", "findings:\n  typo: 80\n  grave: 20\n  no-sync: 40");
    Finding typo = Findings.read("typo", Severity.MISTAKE, Item.LEADER_LOST);
    Finding grave = Findings.read("grave", Severity.MISTAKE, Item.LEADER_LOST);
    Finding unnamed = Findings.read("unnamed", Severity.MISTAKE, Item.LEADER_LOST);
    Finding risk = Findings.read("no-sync", Severity.RISK, Item.LEADER_LOST);
    Finding fatal = Findings.read("typo", Severity.FATAL, Item.COMPOSE_FILE);
    assertThat(earned(points, Item.LEADER_LOST, Outcome.FAILS, typo)).isEqualTo(12);
    assertThat(earned(points, Item.LEADER_LOST, Outcome.FAILS, typo, grave)).isEqualTo(3);
    assertThat(earned(points, Item.LEADER_LOST, Outcome.FAILS, typo, unnamed)).isZero();
    assertThat(earned(points, Item.LEADER_LOST, Outcome.PARTLY, risk)).isEqualTo(6);
    assertThat(earned(points, Item.LEADER_LOST, Outcome.NOT_TRIED, fatal)).isEqualTo(12);
    assertThat(earned(points, Item.LEADER_LOST, Outcome.NOT_TRIED)).isZero();
  }

  @Test
  void whatFailedWithoutAMistakeThatExplainsItKeepsNoMoreThanThat() throws IOException {
    Points points = points("findings:", "findings:\n  no-sync: 40");
    Finding risk = Findings.read("no-sync", Severity.RISK, Item.LEADER_LOST);
    assertThat(earned(points, Item.LEADER_LOST, Outcome.FAILS, risk)).isZero();
  }

  @Test
  void aRiskThatOnlyShowedWhileAnItemWasTriedCostsItNothing() {
    Finding published = Findings.read("api-published", Severity.RISK, Item.COMPOSE_FILE);
    assertThat(earned(PROPOSAL, Item.QUESTION_PORTS, Outcome.WORKS, published)).isEqualTo(5);
    assertThat(earned(PROPOSAL, Item.COMPOSE_FILE, Outcome.PARTLY, published)).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          G1.2: 8    | G1.2: many         | 7  | 'many' is no whole number from 0 to 1000
          G1.2: 8    | G1.2: -8           | 7  | Write one, as '5'
          G1.2: 8    | G9.2: 8            | 7  | 'G9.2' is unknown here. Write one of: A1, A2
          G1.2: 8    | G1.1: 8            | 7  | 'G1.1' stands here a second time
          G1.2: 8    | G1.2 8             | 8  | this is not YAML
          A3: 10     | A2: 10             | 25 | A2 stands under both
          Q2: 5      | # Q2: 5            | 6  | Q2 is missing. Write it under 'points', as 'Q2: 5'
          partly: 75 | partly: 175        | 30 | '175' is no whole number from 0 to 100
          fails: 0   | # none             | 29 | 'fails' is missing
          outcomes:  | outcome:           | 28 | 'outcome' is unknown here
          findings:  | findings: [a]      | 41 | here stand no entries
          findings:  | findings: {a: [1]} | 41 | '' is no whole number
          """)
  void aMistakeInItIsToldWithItsLineAndWhatToWrite(
      String right, String wrong, int line, String told) {
    assertThatThrownBy(() -> points(right, wrong))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("points.yml:" + line + ": ")
        .hasMessageContaining(told);
  }

  @Test
  void aFileThatIsMissingEmptyOrHugeIsToldToo() throws IOException {
    Path file = directory.resolve("points.yml");
    assertThatThrownBy(() -> Points.read(file)).hasMessageContaining("points.yml cannot be read");
    Files.writeString(file, "");
    assertThatThrownBy(() -> Points.read(file)).hasMessageContaining("'points' is missing");
    Files.writeString(file, "#".repeat(200_000));
    assertThatThrownBy(() -> Points.read(file)).hasMessageContaining("100000 bytes");
  }

  private Points points(String right, String other) throws IOException {
    String proposal = Files.readString(Points.PROPOSAL);
    int at = proposal.lastIndexOf(right);
    Path file = directory.resolve("points.yml");
    Files.writeString(
        file, proposal.substring(0, at) + other + proposal.substring(at + right.length()));
    return Points.read(file);
  }

  private static int sum(Map<Item, Integer> points, String part) {
    return points.entrySet().stream()
        .filter(one -> one.getKey().toString().startsWith(part))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static int earned(Points points, Item item, Outcome outcome, Finding... findings) {
    return points
        .grade(List.of(new ItemVerdict(item, outcome, List.of(findings))))
        .items()
        .get(0)
        .earned();
  }

  private static List<ItemVerdict> all(Outcome outcome) {
    return Stream.of(Item.values()).map(item -> new ItemVerdict(item, outcome, List.of())).toList();
  }

  private static List<ItemVerdict> verdicts(Item item, Outcome outcome) {
    Map<Item, ItemVerdict> verdicts = new EnumMap<>(Item.class);
    all(Outcome.WORKS).forEach(one -> verdicts.put(one.item(), one));
    verdicts.put(item, new ItemVerdict(item, outcome, List.of()));
    return List.copyOf(verdicts.values());
  }
}
