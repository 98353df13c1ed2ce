package org.halab.report.found;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.message.Message;
import org.halab.message.Terms;
import org.halab.report.model.Experiment.Returned;
import org.halab.report.model.Feature;
import org.halab.report.model.GuidePart;
import org.halab.report.model.Rule;
import org.halab.report.model.Run;
import org.halab.report.model.Scenario;
import org.halab.report.model.Verdict;

/** Task A2: that the killed leader follows nobody as printed, and how it comes back improved. */
final class Returning {
  private final Run run;
  private final List<Watched> watched;

  Returning(Run run, List<Watched> watched) {
    this.run = run;
    this.watched = watched;
  }

  Optional<Found> found() {
    Optional<Rule> printed = printed();
    List<Watched> improved = improved();
    List<Message> gist = new ArrayList<>();
    List<Message> why = new ArrayList<>();
    printed
        .map(rule -> Message.of("report.found.return.printed").with("rule", rule.name()))
        .ifPresent(gist::add);
    if (!improved.isEmpty()) {
      gist.add(times(improved));
      why.add(Message.of("report.found.return.ways").with("ways", ways(improved)));
    }
    return printed
        .map(rule -> rule.scenarios().get(0))
        .or(() -> improved.stream().map(Watched::scenario).findFirst())
        .map(one -> Found.by(one, gist, why));
  }

  /** The rule of the task that says what the guide does not, if all of it was shown. */
  private Optional<Rule> printed() {
    return run.features().stream()
        .filter(one -> GuidePart.of(one) == GuidePart.TASK_A2)
        .filter(one -> !one.tags().contains(GuidePart.COMPARISON))
        .map(Feature::rules)
        .flatMap(List::stream)
        .filter(rule -> rule.scenarios().stream().anyMatch(one -> one.has("finding")))
        .filter(Returning::passed)
        .findFirst();
  }

  private static boolean passed(Rule rule) {
    return rule.scenarios().stream().map(Scenario::verdict).allMatch(Verdict.PASSED::equals);
  }

  /** The nodes that came back while the leader was there: nothing else had to be waited for. */
  private List<Watched> improved() {
    List<Watched> returned =
        watched.stream()
            .filter(one -> one.part() == GuidePart.TASK_A2)
            .filter(one -> one.experiment().stack().contains("improved"))
            .filter(one -> one.experiment().howReturned().isPresent())
            .toList();
    Map<String, Watched> byWay = new LinkedHashMap<>();
    for (Watched one : returned) {
      byWay.merge(way(one).way(), one, (a, b) -> way(a).seconds() <= way(b).seconds() ? a : b);
    }
    return List.copyOf(byWay.values());
  }

  private static Message times(List<Watched> improved) {
    DoubleSummaryStatistics took =
        improved.stream().mapToDouble(one -> way(one).seconds()).summaryStatistics();
    return Message.of("report.found.return.improved")
        .with("ways", improved.size())
        .with("fastest", Course.seconds(took.getMin()))
        .with("slowest", Course.seconds(took.getMax()));
  }

  private static Message ways(List<Watched> improved) {
    return Message.joined(
        ", ",
        improved.stream()
            .map(Returning::way)
            .map(
                one ->
                    Message.of("report.found.return.way")
                        .with("way", Terms.of(one.way()))
                        .with("after", Course.seconds(one.seconds())))
            .toList());
  }

  private static Returned way(Watched one) {
    return one.experiment().returned();
  }
}
