package org.halab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.ItemVerdict;
import org.halab.finding.ItemVerdict.Outcome;
import org.halab.finding.Severity;
import org.junit.jupiter.api.Test;

class VerdictsTest {
  private static final String REPLICAS = "entrypoint-leads-to-replicas";

  @Test
  void whatWorksAndHasNoFindingsWorksInTheGuidesOrder() {
    Verdicts verdicts = Verdicts.of(List.of(), all(Trial.works()));
    assertThat(verdicts.items()).extracting(ItemVerdict::item).containsExactly(Item.values());
    assertThat(verdicts.items()).extracting(ItemVerdict::outcome).containsOnly(Outcome.WORKS);
    assertThat(verdicts.findings()).isEmpty();
  }

  @Test
  void aMistakeFailsARiskIsPartlyAndWhatIsHarmlessChangesNothing() {
    Verdicts verdicts =
        Verdicts.of(
            List.of(
                Findings.read("another-port", Severity.HARMLESS, Item.WRITTEN),
                Findings.read("no-volume", Severity.RISK, Item.COMPOSE_FILE, Item.WRITTEN),
                Findings.read(REPLICAS, Severity.MISTAKE, Item.LED_TO_LEADER),
                Findings.read("scope", Severity.HARMLESS, Item.NODE_FILES)),
            all(Trial.works()));
    assertThat(outcome(verdicts, Item.LED_TO_LEADER)).isEqualTo(Outcome.FAILS);
    assertThat(outcome(verdicts, Item.WRITTEN)).isEqualTo(Outcome.PARTLY);
    assertThat(outcome(verdicts, Item.NODE_FILES)).isEqualTo(Outcome.WORKS);
    assertThat(outcome(verdicts, Item.REPLICATED)).isEqualTo(Outcome.WORKS);
  }

  @Test
  void findingsAreToldOnceTheWorstFirst() {
    Finding harmless = Findings.read("another-port", Severity.HARMLESS, Item.COMPOSE_FILE);
    Finding late = Findings.read("late", Severity.MISTAKE, Item.FOLLOWS_AGAIN);
    Finding early = Findings.read("early", Severity.MISTAKE, Item.IMAGE, Item.FOLLOWS_AGAIN);
    Verdicts verdicts = Verdicts.of(List.of(harmless, late, early, late), all(Trial.works()));
    assertThat(verdicts.findings()).containsExactly(early, late, harmless);
    assertThat(of(verdicts, Item.FOLLOWS_AGAIN).findings()).containsExactly(early, late);
  }

  @Test
  void afterAFatalFindingWhatNeedsAClusterIsNotTriedAndWhatStandsInFilesIsJudged() {
    Finding fatal = Findings.read("compose-refuses", Severity.FATAL, Item.COMPOSE_FILE);
    Finding mistake = Findings.read(REPLICAS, Severity.MISTAKE, Item.LED_TO_LEADER);
    Map<Item, Trial> trials = all(Trial.notTried());
    trials.put(Item.NODE_FILES, Trial.readAlone());
    trials.put(Item.WRITTEN, Trial.readAlone());
    Verdicts verdicts = Verdicts.of(List.of(mistake, fatal), trials);
    assertThat(outcome(verdicts, Item.COMPOSE_FILE)).isEqualTo(Outcome.FAILS);
    assertThat(outcome(verdicts, Item.NODE_FILES)).isEqualTo(Outcome.READ_ONLY);
    assertThat(outcome(verdicts, Item.WRITTEN)).isEqualTo(Outcome.NOT_TRIED);
    assertThat(of(verdicts, Item.WRITTEN).findings()).containsExactly(fatal);
    assertThat(outcome(verdicts, Item.LED_TO_LEADER)).isEqualTo(Outcome.FAILS);
    assertThat(verdicts.findings()).containsExactly(fatal, mistake);
  }

  @Test
  void aTrialThatWasCarriedOutCountsInSpiteOfAFatalFinding() {
    Map<Item, Trial> trials = all(Trial.notTried());
    trials.put(Item.WRITTEN, Trial.works());
    Finding fatal = Findings.tried("haproxy-exits", Severity.FATAL, Item.ENTRYPOINT_FILE);
    trials.put(Item.DEPLOYED, Trial.fails(fatal));
    Verdicts verdicts = Verdicts.of(List.of(), trials);
    assertThat(outcome(verdicts, Item.WRITTEN)).isEqualTo(Outcome.WORKS);
    assertThat(outcome(verdicts, Item.DEPLOYED)).isEqualTo(Outcome.FAILS);
    assertThat(outcome(verdicts, Item.LED_TO_LEADER)).isEqualTo(Outcome.NOT_TRIED);
    assertThat(outcome(verdicts, Item.ENTRYPOINT_FILE)).isEqualTo(Outcome.FAILS);
  }

  @Test
  void whatWasTriedWinsWhereReadingSawAMistakeThatIsNone() {
    Finding read = Findings.read(REPLICAS, Severity.MISTAKE, Item.LED_TO_LEADER);
    Map<Item, Trial> trials = all(Trial.works());
    assertThat(outcome(Verdicts.of(List.of(read), trials), Item.LED_TO_LEADER))
        .isEqualTo(Outcome.FAILS);
    trials.put(Item.LED_TO_LEADER, Trial.works(REPLICAS));
    Verdicts verdicts = Verdicts.of(List.of(read), trials);
    assertThat(outcome(verdicts, Item.LED_TO_LEADER)).isEqualTo(Outcome.WORKS);
    assertThat(verdicts.findings()).isEmpty();
  }

  @Test
  void whatWasTriedWinsWhereReadingTookAMistakeForHarmless() {
    Finding read = Findings.read(REPLICAS, Severity.HARMLESS, Item.LED_TO_LEADER, Item.ENTRYPOINT);
    Finding tried = Findings.tried(REPLICAS, Severity.MISTAKE, Item.LED_TO_LEADER);
    Map<Item, Trial> trials = all(Trial.works());
    trials.put(Item.LED_TO_LEADER, Trial.fails(tried));
    Verdicts verdicts = Verdicts.of(List.of(read), trials);
    assertThat(outcome(verdicts, Item.LED_TO_LEADER)).isEqualTo(Outcome.FAILS);
    assertThat(verdicts.findings()).hasSize(1);
    Finding told = verdicts.findings().get(0);
    assertThat(told.severity()).isEqualTo(Severity.MISTAKE);
    assertThat(told.places()).containsExactly("haproxy.cfg:21");
    assertThat(told.evidence()).isNotEmpty();
    assertThat(told.hint()).contains(Findings.hint());
    assertThat(told.items()).isEqualTo(Set.of(Item.LED_TO_LEADER, Item.ENTRYPOINT));
  }

  @Test
  void whatATrialCannotTellOfOneItemStaysForTheOthers() {
    Finding read = Findings.read("no-sync", Severity.RISK, Item.LEADER_LOST, Item.NODE_FILES);
    Map<Item, Trial> trials = all(Trial.works());
    trials.put(Item.LEADER_LOST, Trial.works("no-sync"));
    Verdicts verdicts = Verdicts.of(List.of(read), trials);
    assertThat(outcome(verdicts, Item.LEADER_LOST)).isEqualTo(Outcome.WORKS);
    assertThat(outcome(verdicts, Item.NODE_FILES)).isEqualTo(Outcome.PARTLY);
  }

  @Test
  void aTrialThatWasNotCarriedOutRefutesNothing() {
    Finding read = Findings.read(REPLICAS, Severity.MISTAKE, Item.LED_TO_LEADER);
    Map<Item, Trial> trials = all(Trial.works());
    trials.put(Item.LED_TO_LEADER, new Trial(Trial.Result.READ_ALONE, Set.of(REPLICAS), List.of()));
    assertThat(outcome(Verdicts.of(List.of(read), trials), Item.LED_TO_LEADER))
        .isEqualTo(Outcome.FAILS);
  }

  @Test
  void whatSeveralTrialsFoundAlikeIsToldOnceForAllTheirItems() {
    Map<Item, Trial> trials = all(Trial.works());
    trials.put(Item.WRITTEN, Trial.fails(Findings.tried("slow", Severity.MISTAKE, Item.WRITTEN)));
    trials.put(
        Item.REPLICATED, Trial.fails(Findings.tried("slow", Severity.MISTAKE, Item.REPLICATED)));
    Verdicts verdicts = Verdicts.of(List.of(), trials);
    assertThat(verdicts.findings()).hasSize(1);
    assertThat(of(verdicts, Item.WRITTEN).findings())
        .isEqualTo(of(verdicts, Item.REPLICATED).findings());
  }

  @Test
  void whatWasNotTriedNamesTheMistakeOfWhatItNeeds() {
    Finding read = Findings.read(REPLICAS, Severity.MISTAKE, Item.LED_TO_LEADER);
    Map<Item, Trial> trials = all(Trial.works());
    trials.put(Item.LEADER_LOST, Trial.notTried());
    Verdicts verdicts = Verdicts.of(List.of(read), trials);
    assertThat(outcome(verdicts, Item.LEADER_LOST)).isEqualTo(Outcome.NOT_TRIED);
    assertThat(of(verdicts, Item.LEADER_LOST).findings()).containsExactly(read);
    assertThat(of(verdicts, Item.REPLICATED).findings()).isEmpty();
  }

  @Test
  void aCauseIsToldWithWhatFollowsFromItAsGraveAsTheWorstOfThem() {
    Finding cause = Findings.read("superusers-differ", Severity.RISK, Item.NODE_FILES);
    Finding effect =
        Findings.tried("killed-leader-does-not-follow", Severity.MISTAKE, Item.FOLLOWS_AGAIN);
    Map<Item, Trial> trials = all(Trial.works());
    trials.put(Item.FOLLOWS_AGAIN, Trial.fails(effect));
    Verdicts verdicts = Verdicts.of(List.of(cause), trials);
    assertThat(outcome(verdicts, Item.NODE_FILES)).isEqualTo(Outcome.PARTLY);
    assertThat(outcome(verdicts, Item.FOLLOWS_AGAIN)).isEqualTo(Outcome.FAILS);
    assertThat(verdicts.findings()).hasSize(1);
    assertThat(verdicts.findings().get(0).severity()).isEqualTo(Severity.MISTAKE);
    assertThat(of(verdicts, Item.NODE_FILES).findings()).isEqualTo(verdicts.findings());
    assertThat(
            Points.read(Points.PROPOSAL).grade(verdicts.items()).items().stream()
                .filter(one -> one.verdict().item() == Item.NODE_FILES)
                .findFirst()
                .orElseThrow()
                .earned())
        .isEqualTo(6);
  }

  @Test
  void whatNobodySpeaksOfWasNotTried() {
    assertThat(Verdicts.of(List.of(), Map.of()).items())
        .extracting(ItemVerdict::outcome)
        .containsOnly(Outcome.NOT_TRIED);
  }

  private static Map<Item, Trial> all(Trial trial) {
    Map<Item, Trial> trials = new EnumMap<>(Item.class);
    for (Item item : Item.values()) {
      trials.put(item, trial);
    }
    return trials;
  }

  private static ItemVerdict of(Verdicts verdicts, Item item) {
    return verdicts.items().get(item.ordinal());
  }

  private static Outcome outcome(Verdicts verdicts, Item item) {
    return of(verdicts, item).outcome();
  }
}
