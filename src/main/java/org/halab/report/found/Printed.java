package org.halab.report.found;

import java.util.List;
import java.util.Optional;
import org.halab.message.Message;
import org.halab.report.model.GuidePart;
import org.halab.report.model.Run;
import org.halab.report.model.Scenario;
import org.halab.report.model.Verdict;

/** What of the guide's files is without effect or wrong: what scenarios of this run showed. */
final class Printed {
  private static final String FINDING = "finding";
  private static final String NODE_FILES = "G1.3";
  private static final String ENTRYPOINT = "entrypoint";

  private final Run run;
  private final List<Watched> watched;

  Printed(Run run, List<Watched> watched) {
    this.run = run;
    this.watched = watched;
  }

  Optional<Found> found() {
    List<Scenario> files =
        run.scenarios()
            .filter(one -> one.has(FINDING) && one.has(NODE_FILES))
            .filter(one -> one.verdict() == Verdict.PASSED)
            .toList();
    List<Watched> misled = misled();
    List<Message> led = misled.stream().limit(1).map(Printed::told).toList();
    if (files.isEmpty()) {
      return misled.stream()
          .map(Watched::scenario)
          .findFirst()
          .map(one -> Found.by(one, led, List.of()));
    }
    Message wrong =
        Message.of("report.found.printed")
            .with("findings", Message.joined("; ", files.stream().map(Scenario::name).toList()));
    return Optional.of(Found.by(files.get(0), List.of(wrong), led));
  }

  /** Where the entrypoint led writes to a replica, as a scenario says that it does. */
  private List<Watched> misled() {
    return watched.stream()
        .filter(one -> one.part() == GuidePart.TASK_A2 && one.scenario().has(FINDING))
        .filter(one -> one.scenario().verdict() == Verdict.PASSED && led(one) > 0)
        .toList();
  }

  private static Message told(Watched misled) {
    return Message.of("report.found.misled")
        .with("writes", led(misled))
        .with("done", misled.experiment().fault().sentence());
  }

  private static long led(Watched one) {
    return one.experiment().comparedWays().stream()
        .filter(way -> way.name().equals(ENTRYPOINT))
        .mapToLong(way -> way.ledToReplica())
        .sum();
  }
}
