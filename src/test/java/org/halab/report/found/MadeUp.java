package org.halab.report.found;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.halab.checker.failover.Event.Kind;
import org.halab.domain.LockEnd;
import org.halab.domain.Table;
import org.halab.message.Message;
import org.halab.report.model.Exhibit;
import org.halab.report.model.Experiment;
import org.halab.report.model.Feature;
import org.halab.report.model.Planned;
import org.halab.report.model.Rule;
import org.halab.report.model.Run;
import org.halab.report.model.Scenario;
import org.halab.report.model.Step;
import org.halab.report.model.Verdict;

/** Small runs, made of features with one rule each. */
final class MadeUp {
  static final Instant FAULT = Instant.parse("2026-11-23T01:00:10Z");

  private MadeUp() {}

  static Run run(List<Feature> features, Experiment... experiments) {
    return run(features, List.of(), experiments);
  }

  static Run run(List<Feature> features, List<Planned> planned, Experiment... experiments) {
    return new Run(
        FAULT.minusSeconds(10),
        Duration.ofSeconds(300),
        new Table(
            List.of("stack", "part", "version", "said by"),
            List.of(
                List.of("guide", "Patroni", "4.0.7", "a"),
                List.of("guide", "HAProxy", "3.0", "b"),
                List.of("etcd", "Patroni", "4.0.7", "a"),
                List.of("etcd", "etcd", "3.5", "c"),
                List.of("etcd", "nginx", "1.26", "d"))),
        features,
        planned,
        List.of(experiments));
  }

  static Feature feature(String tag, Scenario... scenarios) {
    return new Feature(
        scenarios[0].place().replaceFirst(":.*", ""),
        "A feature",
        "",
        List.of(tag),
        List.of(new Rule("The rule of " + tag, "", List.of(scenarios))));
  }

  static Scenario scenario(String place, String name, Verdict verdict, String... tags) {
    return scenario(place, name, verdict, List.of(), tags);
  }

  static Scenario scenario(
      String place, String name, Verdict verdict, List<Exhibit> exhibits, String... tags) {
    Step step = new Step("Then ", "it is", List.of(), verdict, Duration.ofSeconds(1), "", exhibits);
    return new Scenario(
        place, name, "", Arrays.asList(tags), Duration.ofSeconds(1), List.of(step), "", "");
  }

  static Experiment stopped(String place, String stack) {
    return new Made(place, "fault.stopped", stack, LockEnd.RELEASED, 1.8, 7.5, 13.5).lost(0);
  }

  static Experiment killed(String place, String stack) {
    return new Made(place, "fault.killed", stack, LockEnd.EXPIRED, 29.9, 35.3, 35.5).lost(0);
  }

  static Experiment lossy(String place, int lost) {
    return new Made(place, "fault.killed", "improved", LockEnd.EXPIRED, 28, 28, 29).lost(lost);
  }

  static Experiment returned(String place, String way, double seconds) {
    return new Made(place, "fault.killed", "improved", LockEnd.EXPIRED, 28, 28, 29)
        .of(0, List.of(), new Experiment.Returned("pg-master", way, 0, seconds));
  }

  static Experiment misled(String place, long writes) {
    return new Made(place, "fault.killed", "guide", LockEnd.EXPIRED, 28, 28, 29)
        .of(0, List.of(new Experiment.Way("entrypoint", 1.0, 1.0, 9, writes, null)), null);
  }

  static Experiment unnoticed(String place) {
    return new Made(place, "fault.stopped", "improved", LockEnd.KEPT, 0, 0, 0).lost(0);
  }

  /**
   * A failover: when the lock was free, the entrypoint led to the new leader, and clients wrote.
   */
  private record Made(
      String place,
      String fault,
      String stack,
      LockEnd end,
      double free,
      double entrypoint,
      double served) {
    Experiment lost(int rows) {
      return of(rows, List.of(), null);
    }

    Experiment of(int rows, List<Experiment.Way> ways, Experiment.Returned returned) {
      return new Experiment(
          place.replaceFirst(":.*", ""),
          Integer.parseInt(place.replaceFirst(".*:", "")),
          "A scenario",
          stack,
          new Experiment.Fault(Message.of(fault).with("service", "pg-slave"), FAULT, null),
          Map.of("ttl", 30.0, "loop_wait", 10.0, "rise", 2.0, "inter", 3.0),
          List.of(),
          List.of(),
          end == LockEnd.RELEASED
              ? List.of(new Experiment.Event(at(0.2), Kind.SHUTDOWN, "pg-slave", "", Map.of(), ""))
              : List.of(),
          List.of(
              new Experiment.Phase("lock held", at(0), at(free), free),
              new Experiment.Phase("election", at(free), at(free + 0.1), 0.1),
              new Experiment.Phase(
                  "entrypoint switch", at(free + 0.1), at(entrypoint), entrypoint - free)),
          served == 0
              ? List.of()
              : List.of(
                  new Experiment.Outage(
                      "WRITE", served - 0.2, served, at(0.2), at(served), at(served))),
          null,
          new Experiment.Judgement(
              50,
              3,
              1,
              LongStream.range(0, rows).boxed().toList(),
              List.of(),
              List.of(),
              List.of(),
              rows == 0,
              List.of(),
              Map.of()),
          ways,
          returned,
          List.of(
              new Message("report.told.lock." + end, Map.of()),
              new Message("report.told.taken", Map.of("leader", "postgresql0 (pg-master)"))),
          1.0,
          null);
    }
  }

  private static Instant at(double seconds) {
    return FAULT.plusMillis(Math.round(seconds * 1000));
  }
}
