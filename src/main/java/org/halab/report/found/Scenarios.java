package org.halab.report.found;

import java.util.Arrays;
import java.util.List;
import org.halab.message.Message;
import org.halab.report.model.GuidePart;
import org.halab.report.model.Run;
import org.halab.report.model.Scenario;
import org.halab.report.model.Verdict;

/** How many scenarios passed, and which did not. */
final class Scenarios {
  private final Run run;

  Scenarios(Run run) {
    this.run = run;
  }

  Found found() {
    List<Scenario> failed = run.scenarios().filter(one -> one.verdict() == Verdict.FAILED).toList();
    return failed.isEmpty()
        ? new Found("contents", passed(), false)
        : new Found(
            failed.get(0).place(),
            Message.of("report.found.failed")
                .with("failed", failed.size())
                .with("all", run.scenarios().count())
                .with(
                    "scenarios",
                    Message.joined("; ", failed.stream().map(Scenario::name).toList())),
            true);
  }

  private Message passed() {
    long items = shown();
    return items == 0
        ? Message.of("report.found.passed.plain")
            .with("passed", run.count(Verdict.PASSED))
            .with("all", run.scenarios().count())
        : Message.of("report.found.passed")
            .with("passed", run.count(Verdict.PASSED))
            .with("all", run.scenarios().count())
            .with("items", items)
            .with("asked", items().size());
  }

  /** How many of the guide's items any scenario of the run shows. */
  private long shown() {
    return items().stream()
        .filter(item -> run.scenarios().anyMatch(one -> GuidePart.shows(one, item)))
        .count();
  }

  private static List<String> items() {
    return Arrays.stream(GuidePart.values()).flatMap(part -> part.items().stream()).toList();
  }
}
