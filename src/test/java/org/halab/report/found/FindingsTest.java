package org.halab.report.found;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halab.report.found.MadeUp.feature;
import static org.halab.report.found.MadeUp.killed;
import static org.halab.report.found.MadeUp.lossy;
import static org.halab.report.found.MadeUp.returned;
import static org.halab.report.found.MadeUp.run;
import static org.halab.report.found.MadeUp.scenario;
import static org.halab.report.found.MadeUp.stopped;
import static org.halab.report.model.Verdict.FAILED;
import static org.halab.report.model.Verdict.PASSED;

import java.util.List;
import org.halab.domain.Table;
import org.halab.message.Language;
import org.halab.report.model.Exhibit;
import org.halab.report.model.Feature;
import org.halab.report.model.Planned;
import org.halab.report.model.Run;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final String A1 = "features/a1.feature";
  private static final String A2 = "features/a2.feature";
  private static final String A3 = "features/a3.feature";

  private final Feature loss =
      feature(
          "task-A1",
          scenario(A1 + ":1", "The leader is stopped", PASSED),
          scenario(A1 + ":2", "The leader is killed", PASSED));
  private final Run a1 =
      run(List.of(loss), stopped(A1 + ":1", "guide"), killed(A1 + ":2", "guide"));

  @Test
  void theLossOfTheLeaderIsToldWithItsTimesItsRowsAndWhy() {
    assertThat(said(a1))
        .startsWith(
            "Task A1, the leader stopped: postgresql0 (pg-master) took over after 1.9 s, and writes were back after 13.5 s. Of 50 acknowledged rows 0 were lost. The stopped leader gave its lock back after 1.8 s: nothing had to expire. The entrypoint led to the new leader after 7.5 s: it asks for 2 good checks, 3 s apart (6.0 s).",
            "Task A1, the leader killed: postgresql0 (pg-master) took over after 30.0 s, and writes were back after 35.5 s. Of 50 acknowledged rows 0 were lost. A killed leader gives nothing back: its lock was free only after 29.9 s, when its session had been silent for the ttl of 30 s.");
    assertThat(new Findings(a1).all()).extracting(Found::place).startsWith(A1 + ":1", A1 + ":2");
  }

  @Test
  void whatWasNotDoneIsNotTold() {
    assertThat(said(run(List.of(loss)))).containsExactly("2 of 2 scenarios passed.");
    assertThat(Comparison.of(run(List.of(loss), stopped(A1 + ":1", "guide")))).isEmpty();
  }

  @Test
  void whatFailedComesFirstAndIsRed() {
    Run red =
        run(
            List.of(
                feature(
                    "task-A1",
                    scenario(A1 + ":1", "The leader is stopped", FAILED),
                    scenario(A1 + ":2", "The leader is killed", PASSED))),
            stopped(A1 + ":1", "guide"),
            killed(A1 + ":2", "guide"));

    assertThat(said(red).get(0)).isEqualTo("1 of 2 scenarios failed: The leader is stopped.");
    assertThat(new Findings(red).all())
        .extracting(Found::red)
        .containsExactly(true, true, false, false);
  }

  @Test
  void printedFilesAreFaultyOnlyWhereScenariosShowedIt() {
    Feature files =
        feature(
            "part-1",
            scenario("features/1.feature:1", "A setting never arrives", PASSED, "finding", "G1.3"),
            scenario("features/1.feature:2", "A socket is wrong", FAILED, "finding", "G1.3"),
            scenario("features/1.feature:3", "A check is good", PASSED, "finding", "G3.2"));
    Feature ways =
        feature("task-A2", scenario(A2 + ":9", "handed over", PASSED, "finding", "ways"));

    assertThat(said(run(List.of(files, ways), MadeUp.misled(A2 + ":9", 4))))
        .contains(
            "Wrong or without effect in the printed files: A setting never arrives. As printed, the entrypoint led 4 writes to a replica when pg-slave was killed.");
  }

  @Test
  void theReturnIsToldAsPrintedAndImproved() {
    Run run =
        run(
            List.of(
                feature(
                    "task-A2",
                    scenario(A2 + ":1", "As printed", PASSED, "finding"),
                    scenario(A2 + ":2", "Improved", PASSED),
                    scenario(A2 + ":3", "Improved, with both gone", PASSED),
                    scenario(A2 + ":4", "Improved, and copied", PASSED))),
            returned(A2 + ":2", "a rewind", 27.05),
            returned(A2 + ":3", "a rewind", 100),
            returned(A2 + ":4", "a fresh copy of the leader", 14));

    assertThat(said(run))
        .anyMatch(
            line ->
                line.startsWith(
                    "Task A2: The rule of task-A2. On the improved cluster a node that returns is the synchronous standby again after 14.0 s to 27.1 s. It comes back by a rewind after 27.1 s, by a fresh copy of the leader after 14.0 s;"));
  }

  @Test
  void aSmallScreenIsSpentOnWhatWasFoundAndWhyFollows() {
    Run run =
        run(
            List.of(feature("task-A2", scenario(A2 + ":2", "Improved", PASSED))),
            returned(A2 + ":2", "a rewind", 27.05));

    Found task = new Findings(run).all().get(0);

    assertThat(task.gist())
        .extracting(one -> one.in(Language.ENGLISH))
        .containsExactly(
            "On the improved cluster a node that returns is the synchronous standby again after 27.1 s.");
    assertThat(task.why())
        .extracting(one -> one.in(Language.ENGLISH))
        .containsExactly(
            "It comes back by a rewind after 27.1 s; each time is from the start of its container.");
  }

  @Test
  void aRuleThatWasNotShownIsNotClaimed() {
    assertThat(
            said(
                run(
                    List.of(
                        feature("task-A2", scenario(A2 + ":1", "As printed", FAILED, "finding"))))))
        .noneMatch(line -> line.startsWith("Task A2"));
  }

  @Test
  void theOtherStackStandsBesideTheGuides() {
    Feature other =
        feature(
            "task-A3",
            scenario(A3 + ":1", "stopped there", PASSED, "ways"),
            scenario(A3 + ":2", "killed there", PASSED, "ways"));

    assertThat(
            said(
                run(
                    List.of(loss, other),
                    stopped(A1 + ":1", "guide"),
                    killed(A1 + ":2", "guide"),
                    stopped(A3 + ":1", "etcd"),
                    killed(A3 + ":2", "etcd"))))
        .contains(
            "Task A3: with etcd and nginx instead, writes were back 13.5 s after the leader was stopped, and 35.5 s after it was killed. On the guide's stack that took 13.5 s and 35.5 s.");
  }

  @Test
  void lostRowsAreRedUnlessTheirScenarioHasThemLost() {
    Feature meant =
        feature("beyond", scenario("features/b.feature:1", "Asynchronous", PASSED, "lessons"));
    Feature bad = feature("beyond", scenario("features/b.feature:1", "Synchronous", FAILED));

    assertThat(new Findings(run(List.of(meant), lossy("features/b.feature:1", 42))).all())
        .noneMatch(Found::red);
    assertThat(said(run(List.of(meant), lossy("features/b.feature:1", 42))))
        .contains(
            "Rows, over 1 watched fault: 50 acknowledged, 42 lost. Lost as the scenario has it: Asynchronous.");
    assertThat(said(run(List.of(bad), lossy("features/b.feature:1", 1))))
        .contains(
            "Rows, over 1 watched fault: 50 acknowledged, 1 lost. Lost where none may be: Synchronous.");
  }

  @Test
  void rowsThatAreNotCountedAreNamed() {
    Exhibit own =
        new Exhibit.Rows(
            "rows",
            "",
            new Table(
                List.of("number", "written"),
                List.of(List.of("1", "on both nodes"), List.of("2", "on postgresql0 alone"))));
    Run run =
        run(
            List.of(
                feature("task-A2", scenario(A2 + ":2", "Improved", PASSED, List.of(own))),
                feature("beyond", scenario("features/b.feature:1", "A wait", PASSED, "lessons"))),
            returned(A2 + ":2", "a rewind", 27));

    assertThat(said(run))
        .anyMatch(
            line ->
                line.contains("Not counted: 1 row written with \"synchronous_commit = local\"")
                    && line.endsWith("Nor are the single rows of: A wait."));
  }

  @Test
  void beyondTheGuideIsOneLine() {
    Feature beyond =
        feature(
            "beyond",
            scenario("features/b.feature:1", "Killed", PASSED),
            scenario("features/b.feature:2", "Unnoticed", PASSED));

    assertThat(
            said(
                run(
                    List.of(beyond),
                    killed("features/b.feature:1", "improved"),
                    MadeUp.unnoticed("features/b.feature:2"))))
        .contains(
            "Beyond the guide: 2 more faults and planned changes under the eyes of clients. In 1 of them no write failed; the longest outage was 35.3 s (Killed).");
  }

  @Test
  void theComparisonSetsMomentsSideBySideAndSaysWhyTheyDiffer() {
    Comparison comparison = Comparison.of(a1).orElseThrow();

    assertThat(comparison.table().in(Language.ENGLISH).rows())
        .contains(
            List.of("PostgreSQL is asked to shut down", "0.2 s", "–"),
            List.of("the leader lock is free", "1.8 s", "29.9 s"),
            List.of("the first write succeeds", "13.5 s", "35.5 s"),
            List.of("acknowledged rows", "50", "50"));
    assertThat(comparison.sentence().in(Language.ENGLISH))
        .contains("after 1.8 s", "ttl of 30 s", "free after 29.9 s", "loop_wait, 10 s", "(6.0 s)");
    assertThat(comparison.sentence().in(new Language("ru"))).contains("Разница — в блокировке");
  }

  @Test
  void aGuideThatIsCompleteIsNotPartial() {
    Planned beyond = new Planned("features/b.feature:1", "f", "s", List.of("beyond"));
    Planned guide = new Planned("features/g.feature:1", "f", "s", List.of("guide"));

    Extent complete = new Extent(run(List.of(loss), List.of(beyond)));
    assertThat(complete.partial()).isFalse();
    assertThat(complete.told().orElseThrow().in(Language.ENGLISH))
        .isEqualTo("The guide is complete; 1 scenario beyond it was not asked for.");
    assertThat(new Extent(run(List.of(loss), List.of(beyond, guide))).partial()).isTrue();
    assertThat(new Extent(run(List.of(loss))).told()).isEmpty();
  }

  private static List<String> said(Run run) {
    return new Findings(run)
        .all().stream().map(one -> one.sentence().in(Language.ENGLISH)).toList();
  }
}
