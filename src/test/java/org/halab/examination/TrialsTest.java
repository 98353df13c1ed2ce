package org.halab.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
      List.of("@examination", "@A1", "@finds-not-served-again");
  private static final List<String> ROWS =
      List.of("@examination", "@A1", "@finds-acknowledged-rows-lost");

  private final Trials trials = new Trials();

  @Test
  void whatPassedWorksAndWhatNoScenarioTriesIsRead() {
    trials.add(HEALTHY, Trials.End.PASSED, "");

    assertThat(outcome(Item.DEPLOYED)).isEqualTo(Outcome.WORKS);
    assertThat(outcome(Item.IMAGE)).isEqualTo(Outcome.READ_ONLY);
    assertThat(outcome(Item.LEADER_LOST)).isEqualTo(Outcome.NOT_TRIED);
  }

  @Test
  void aClusterThatIsNotHealthyIsToldOnceAndTheRestIsNotTried() {
    trials.add(HEALTHY, Trials.End.FAILED, "no leader\nfor 60 s");
    trials.add(REPLICATED, Trials.End.NOT_TRIED, "not tried");
    trials.add(KILLED, Trials.End.NOT_TRIED, "not tried");

    assertThat(verdicts().findings())
        .extracting(Finding::code)
        .containsExactly("cluster-not-healthy");
    assertThat(verdicts().findings().get(0).evidence()).containsExactly("no leader", "for 60 s");
    assertThat(outcome(Item.REPLICATED)).isEqualTo(Outcome.NOT_TRIED);
    assertThat(outcome(Item.LEADER_LOST)).isEqualTo(Outcome.NOT_TRIED);
  }

  @Test
  void rowsThatMayBeLostLeaveTheItemWorkingInPart() {
    trials.add(KILLED, Trials.End.PASSED, "");
    trials.add(ROWS, Trials.End.FAILED, "3 rows are lost");

    assertThat(outcome(Item.LEADER_LOST)).isEqualTo(Outcome.PARTLY);
  }

  @Test
  void clientsThatAreNotServedAgainFailTheItem() {
    trials.add(KILLED, Trials.End.FAILED, "nobody answers");
    trials.add(ROWS, Trials.End.PASSED, "");

    assertThat(outcome(Item.LEADER_LOST)).isEqualTo(Outcome.FAILS);
  }

  @Test
  void aMistakeThatWasReadIsNoneWhereTheItemWorks() {
    Finding read =
        new Finding(
            "check-passes-replicas",
            Severity.MISTAKE,
            Set.of(Item.LEADER_LOST, Item.ENTRYPOINT_FILE),
            List.of("haproxy.cfg:21"),
            List.of(),
            Message.text("asks for /health"),
            Optional.empty());
    trials.add(KILLED, Trials.End.PASSED, "");

    Verdicts verdicts = Verdicts.of(List.of(read), trials.byItem(List.of(read), false));

    assertThat(outcome(verdicts, Item.LEADER_LOST)).isEqualTo(Outcome.WORKS);
    assertThat(outcome(verdicts, Item.ENTRYPOINT_FILE)).isEqualTo(Outcome.FAILS);
  }

  @Test
  void anotherStackIsJudgedByLosingTheLeaderThere() {
    trials.add(KILLED, Trials.End.PASSED, "");

    Map<Item, Trial> another = trials.byItem(List.of(), true);

    assertThat(another.get(Item.OTHER_STACK).result()).isEqualTo(Trial.Result.WORKS);
    assertThat(trials.byItem(List.of(), false)).doesNotContainKey(Item.OTHER_STACK);
  }

  @Test
  void everyScenarioOfTheRubricFindsSomethingThatIsKnown() {
    assertThat(TrialFinding.of(List.of("@finds-nothing-known"))).isEmpty();
    for (TrialFinding finding : TrialFinding.values()) {
      assertThat(TrialFinding.of(List.of("@finds-" + finding.code()))).contains(finding);
    }
  }

  private Verdicts verdicts() {
    return Verdicts.of(List.of(), trials.byItem(List.of(), false));
  }

  private Outcome outcome(Item item) {
    return outcome(verdicts(), item);
  }

  private static Outcome outcome(Verdicts verdicts, Item item) {
    return verdicts.items().stream()
        .filter(one -> one.item() == item)
        .map(ItemVerdict::outcome)
        .findFirst()
        .orElseThrow();
  }
}
