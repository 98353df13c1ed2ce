package org.halab.report.model;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halab.domain.LogLine;
import org.halab.domain.Table;

/** A small run, for the tests of the report: one part passed, one failed, one was left out. */
public final class Samples {
  private static final Path EXPERIMENTS = Path.of("src", "test", "resources", "experiments");
  public static final Instant STARTED = Instant.parse("2026-11-23T01:00:00Z");

  private static final Exhibit ANSWERS =
      new Exhibit.Rows(
          "what each node answers",
          "SELECT 1 < 2 AS yes",
          new Table(List.of("node", "city"), List.of(List.of("pg-master", "Казань | <b>"))));

  private Samples() {}

  /** The leader is stopped once, and killed twice. */
  public static List<Experiment> experiments() {
    return Experiments.in(EXPERIMENTS);
  }

  public static Run run() {
    return new Run(
        STARTED,
        Duration.ofSeconds(306),
        new Table(
            List.of("stack", "part", "version", "said by"),
            List.of(List.of("guide", "PostgreSQL", "15.18", "pg-master, pg-slave"))),
        List.of(replication(), leaderLoss()),
        List.of(
            planned("features/2-replication/replication.feature:8"),
            planned("features/2-replication/replication.feature:20"),
            planned("features/tasks/leader-loss.feature:16"),
            planned("features/tasks/leader-loss.feature:28"),
            planned("features/3-high-availability/entrypoint.feature:10")),
        experiments(),
        Optional.of(
            new Method(
                "abc1234",
                4,
                new Method.Machine(2, 4L << 30, "Debian GNU/Linux 12", "20.10"),
                new Method.Clients(2, 1, 100, 4000, 2000),
                new Method.Looks(50, 200, 100, 2000),
                1.2)));
  }

  private static Feature replication() {
    return new Feature(
        "features/2-replication/replication.feature",
        "Replication",
        "Part 2 of the guide connects a client\nto both nodes.",
        List.of("guide", "part-2"),
        List.of(
            new Rule(
                "What the leader commits appears on the replica",
                "",
                List.of(
                    scenario(
                        "features/2-replication/replication.feature:8",
                        "Both nodes take connections",
                        List.of("part-2", "G2.1", "Q1"),
                        shown(),
                        step(ANSWERS)),
                    scenario(
                        "features/2-replication/replication.feature:20",
                        "The replica refuses to <drop> it & says so",
                        List.of("part-2", "G2.4"),
                        red())))));
  }

  private static Feature leaderLoss() {
    return new Feature(
        "features/tasks/leader-loss.feature",
        "Losing the leader",
        "",
        List.of("guide", "task-A1"),
        List.of(
            new Rule(
                "",
                "",
                List.of(
                    scenario(
                        "features/tasks/leader-loss.feature:16",
                        "The leader is stopped while clients work",
                        List.of("task-A1"),
                        step(new Exhibit.Story("The story of the step."))),
                    scenario(
                        "features/tasks/leader-loss.feature:28",
                        "The leader is killed while clients work",
                        List.of("task-A1"),
                        step())))));
  }

  private static Scenario scenario(String place, String name, List<String> tags, Step... steps) {
    boolean failed = steps[0].verdict() == Verdict.FAILED;
    return new Scenario(
        place,
        name,
        "",
        tags,
        Duration.ofSeconds(7),
        List.of(steps),
        "halab-1",
        failed ? "failure-1" : "");
  }

  private static Step shown() {
    LogLine line =
        new LogLine(STARTED.plusSeconds(2), "zoo", "INFO binding to port 0.0.0.0:2181 <all>");
    return step(
        new Exhibit.Note("The leader is postgresql0"),
        new Exhibit.Answer("Answer to question 1.\nSo the difference is publication."),
        ANSWERS,
        new Exhibit.Text("a file", "line 1\nERROR: cannot execute DROP TABLE\n"),
        new Exhibit.Log("log of zoo", List.of(line), false),
        new Exhibit.Page("the statistics page", "<html><body>HAProxy</body></html>"));
  }

  private static Step red() {
    return new Step(
        "Then ",
        "it is refused",
        List.of(List.of("a", "b"), List.of("1", "2")),
        Verdict.FAILED,
        Duration.ofMillis(1500),
        "java.lang.AssertionError: [the refusal] expected <25006> but was <none>\n\tat org.halab.A.b(A.java:1)",
        List.of());
  }

  private static Step step(Exhibit... exhibits) {
    return new Step(
        "Then ",
        "it is shown",
        List.of(),
        Verdict.PASSED,
        Duration.ofMillis(1200),
        "",
        List.of(exhibits));
  }

  private static Planned planned(String place) {
    return new Planned(place, "A feature", "A scenario", List.of("guide"));
  }
}
