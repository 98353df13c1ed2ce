package org.halab.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.ItemVerdict;
import org.halab.finding.ItemVerdict.Outcome;
import org.halab.finding.Severity;
import org.halab.grade.Trial;
import org.halab.grade.Verdicts;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;

class TrialsTest {
  private static final List<String> HEALTHY =
      List.of("@examination", "@G1.4", "@G2.1", "@finds-cluster-not-healthy");
  private static final List<String> REPLICATED =
      List.of("@examination", "@G2.2", "@G2.3", "@finds-rows-do-not-arrive");
  private static final List<String> KILLED =
      List.of(
          "@examination", "@A1", "@finds-acknowledged-rows-lost", "@else-finds-not-served-again");
  private static final List<String> ROWS = KILLED;
  private static final List<String> RETURNS =
      List.of(
          "@examination",
          "@A2",
          "@finds-killed-leader-does-not-follow",
          "@else-finds-not-served-again");
  private static final List<String> LED =
      List.of(
          "@examination",
          "@G3.4",
          "@finds-entrypoint-leads-to-replicas",
          "@else-finds-entrypoint-does-not-answer");

  private final Trials trials = new Trials();

  @Test
  void whatPassedWorksAndWhatNoScenarioTriesIsRead() {
    passed(HEALTHY);

    assertThat(outcome(Item.DEPLOYED)).isEqualTo(Outcome.WORKS);
    assertThat(outcome(Item.IMAGE)).isEqualTo(Outcome.READ_ONLY);
    assertThat(outcome(Item.LEADER_LOST)).isEqualTo(Outcome.NOT_TRIED);
  }

  @Test
  void whatWorksWithOneLeaderDisprovesNothingThatShowsWithTheOther() {
    passed(REPLICATED);
    Finding onesFile = mistake("address-of-nobody");
    Finding both = mistake("pg-hba-missing");

    assertThat(trials.byItem(List.of(onesFile), false).get(Item.REPLICATED).spokenOf()).isEmpty();
    assertThat(trials.byItem(List.of(onesFile, both), false).get(Item.REPLICATED).spokenOf())
        .containsExactly("pg-hba-missing");
  }

  @Test
  void whatItsFilesShowIsJudgedByThemWhereItCouldNotBeTried() {
    trials.add(List.of("@examination", "@Q1"), Trials.End.NOT_TRIED, false, List.of());

    assertThat(outcome(Item.QUESTION_PORTS)).isEqualTo(Outcome.READ_ONLY);
  }

  private static Finding mistake(String code) {
    return new Finding(
        code,
        Severity.MISTAKE,
        Set.of(Item.REPLICATED),
        List.of(),
        List.of(),
        Message.text(code),
        Optional.empty());
  }

  @Test
  void aClusterThatIsNotHealthyIsToldOnceAndTheRestIsNotTried() {
    trials.add(HEALTHY, Trials.End.FAILED, false, List.of("no leader", "for 60 s"));
    notTried(REPLICATED);
    notTried(KILLED);

    assertThat(verdicts().findings())
        .extracting(Finding::code)
        .containsExactly("cluster-not-healthy");
    assertThat(verdicts().findings().get(0).evidence()).containsExactly("no leader", "for 60 s");
    assertThat(outcome(Item.REPLICATED)).isEqualTo(Outcome.NOT_TRIED);
    assertThat(outcome(Item.LEADER_LOST)).isEqualTo(Outcome.NOT_TRIED);
  }

  @Test
  void rowsThatMayBeLostLeaveTheItemWorkingInPart() {
    passed(KILLED);
    redAtLast(ROWS);

    assertThat(outcome(Item.LEADER_LOST)).isEqualTo(Outcome.PARTLY);
  }

  @Test
  void clientsThatAreNotServedAgainFailTheItem() {
    redBefore(KILLED);
    passed(ROWS);

    assertThat(outcome(Item.LEADER_LOST)).isEqualTo(Outcome.FAILS);
  }

  @Test
  void aMistakeThatWasReadIsNoneWhereTheItemWorks() {
    Finding read = read("check-passes-replicas", Item.LEADER_LOST, Item.ENTRYPOINT_FILE);
    passed(KILLED);

    Verdicts verdicts = Verdicts.of(List.of(read), trials.byItem(List.of(read), false));

    assertThat(outcome(verdicts, Item.LEADER_LOST)).isEqualTo(Outcome.WORKS);
    assertThat(outcome(verdicts, Item.ENTRYPOINT_FILE)).isEqualTo(Outcome.FAILS);
  }

  @Test
  void anotherStackIsJudgedByLosingTheLeaderThere() {
    passed(KILLED);

    Map<Item, Trial> another = trials.byItem(List.of(), true);

    assertThat(another.get(Item.OTHER_STACK).result()).isEqualTo(Trial.Result.WORKS);
    assertThat(trials.byItem(List.of(), false)).doesNotContainKey(Item.OTHER_STACK);
  }

  @Test
  void rowsAreNotCalledLostWhereNobodyWasServed() {
    passed(KILLED);
    redBefore(ROWS);

    assertThat(verdicts().findings()).extracting(Finding::code).containsExactly("not-served-again");
    assertThat(outcome(Item.LEADER_LOST)).isEqualTo(Outcome.FAILS);
  }

  @Test
  void theReturnIsNotTriedWhereNobodyTookOver() {
    redBefore(RETURNS);

    assertThat(outcome(Item.FOLLOWS_AGAIN)).isEqualTo(Outcome.NOT_TRIED);
    assertThat(verdict(verdicts(), Item.FOLLOWS_AGAIN).findings())
        .extracting(Finding::code)
        .containsExactly("not-served-again");
  }

  @Test
  void whatAnEarlierStepOfAScenarioShowedIsShownWhereTheLastOneIsRed() {
    redAtLast(REPLICATED);

    assertThat(outcome(Item.WRITTEN)).isEqualTo(Outcome.WORKS);
    assertThat(outcome(Item.REPLICATED)).isEqualTo(Outcome.FAILS);
  }

  @Test
  void aWrongCheckIsToldOnceWithAllThatHangsOnIt() {
    Finding read = read("entrypoint-check-passes-nobody", Item.ENTRYPOINT_FILE, Item.LED_TO_LEADER);
    redBefore(LED);
    redBefore(KILLED);
    redBefore(RETURNS);

    Verdicts verdicts = Verdicts.of(List.of(read), trials.byItem(List.of(read), false));

    assertThat(verdicts.findings()).hasSize(1);
    assertThat(verdicts.findings().get(0).code()).isEqualTo(read.code());
    assertThat(verdicts.findings().get(0).places()).isEqualTo(read.places());
    assertThat(verdicts.findings().get(0).evidence()).containsExactly("it was red");
    assertThat(outcome(verdicts, Item.LED_TO_LEADER)).isEqualTo(Outcome.FAILS);
    assertThat(outcome(verdicts, Item.LEADER_LOST)).isEqualTo(Outcome.NOT_TRIED);
    assertThat(outcome(verdicts, Item.FOLLOWS_AGAIN)).isEqualTo(Outcome.NOT_TRIED);
    assertThat(verdict(verdicts, Item.LEADER_LOST).findings())
        .containsExactlyElementsOf(verdicts.findings());
  }

  @Test
  void everyScenarioOfTheRubricFindsSomethingThatIsKnown() throws IOException {
    Set<String> known =
        Stream.of(TrialFinding.values()).map(TrialFinding::code).collect(Collectors.toSet());
    Set<String> named = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("features"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".feature")).toList()) {
        Pattern.compile("@(?:else-)?finds-([a-z-]+)")
            .matcher(Files.readString(file))
            .results()
            .forEach(tag -> named.add(tag.group(1)));
      }
    }
    assertThat(named).isEqualTo(known);
    assertThat(TrialFinding.of(List.of("@finds-nothing-known"), true)).isEmpty();
  }

  private void passed(List<String> tags) {
    trials.add(tags, Trials.End.PASSED, false, List.of());
  }

  private void notTried(List<String> tags) {
    trials.add(tags, Trials.End.NOT_TRIED, false, List.of());
  }

  private void redAtLast(List<String> tags) {
    trials.add(tags, Trials.End.FAILED, true, List.of("it was red"));
  }

  private void redBefore(List<String> tags) {
    trials.add(tags, Trials.End.FAILED, false, List.of("it was red"));
  }

  private static Finding read(String code, Item... items) {
    return new Finding(
        code,
        Severity.MISTAKE,
        Set.of(items),
        List.of("haproxy.cfg:21"),
        List.of(),
        Message.text("asks for /health"),
        Optional.empty());
  }

  private Verdicts verdicts() {
    return Verdicts.of(List.of(), trials.byItem(List.of(), false));
  }

  private Outcome outcome(Item item) {
    return outcome(verdicts(), item);
  }

  private static Outcome outcome(Verdicts verdicts, Item item) {
    return verdict(verdicts, item).outcome();
  }

  private static ItemVerdict verdict(Verdicts verdicts, Item item) {
    return verdicts.items().stream().filter(one -> one.item() == item).findFirst().orElseThrow();
  }
}
