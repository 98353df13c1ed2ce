package org.halab.report.written;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.message.Message;
import org.halab.report.model.Exhibit;
import org.halab.report.model.FaultSummary;
import org.halab.report.model.Feature;
import org.halab.report.model.GuidePart;
import org.halab.report.model.Run;
import org.halab.report.model.Scenario;
import org.halab.report.model.Spread;
import org.halab.report.model.Verdict;

/** The run in at most ten lines, each of which leads to where its evidence is. */
final class SummaryLines {
  private static final int MOST = 10;

  private final Run run;
  private final Texts texts;
  private final List<View> lines = new ArrayList<>();

  SummaryLines(Run run, Texts texts) {
    this.run = run;
    this.texts = texts;
  }

  List<View> all() {
    line(
        "#run",
        texts.say(
                Message.of("report.written.summary.when")
                    .with("moment", texts.roughly(run.started()))
                    .with("took", texts.roughly(run.took())))
            + versions());
    line(firstFailure(), counts());
    parts();
    answers();
    if (!run.experiments().isEmpty()) {
      faults();
    }
    return lines.subList(0, Math.min(MOST, lines.size()));
  }

  private String versions() {
    Map<String, List<String>> stacks = new LinkedHashMap<>();
    for (List<String> row : run.versions().rows()) {
      stacks
          .computeIfAbsent(row.get(0), name -> new ArrayList<>())
          .add(row.get(1) + " " + row.get(2));
    }
    return stacks.entrySet().stream()
        .map(
            one ->
                " "
                    + texts.say(
                        Message.of("report.written.summary.versions")
                            .with("stack", one.getKey())
                            .with("versions", one.getValue())))
        .limit(1)
        .collect(Collectors.joining());
  }

  private String counts() {
    return told()
        + run.scenarios()
            .filter(one -> one.verdict() == Verdict.FAILED)
            .map(Scenario::name)
            .limit(3)
            .collect(Collectors.joining("; ", " ", ""))
            .stripTrailing();
  }

  private String told() {
    long all = run.scenarios().count();
    long passed = run.count(Verdict.PASSED);
    long failed = run.count(Verdict.FAILED);
    if (passed == all) {
      return texts.say(Message.of("report.written.summary.all").with("all", all));
    }
    return passed + failed == all
        ? texts.say(
            Message.of("report.written.summary.some")
                .with("all", all)
                .with("passed", passed)
                .with("failed", failed))
        : texts.say(
            Message.of("report.written.summary.some.skipped")
                .with("all", all)
                .with("passed", passed)
                .with("failed", failed)
                .with("left", all - passed - failed));
  }

  private String firstFailure() {
    return run.scenarios()
        .filter(one -> one.verdict() == Verdict.FAILED)
        .findFirst()
        .map(one -> "#" + Slug.ofPlace(one.place()))
        .orElse("#contents");
  }

  private void parts() {
    String all =
        Stream.of(GuidePart.values())
            .flatMap(part -> part(part).stream())
            .collect(Collectors.joining("; "));
    if (!all.isEmpty()) {
      line("#contents", texts.say(Message.of("report.written.summary.parts").with("parts", all)));
    }
  }

  private Optional<String> part(GuidePart part) {
    List<Scenario> scenarios =
        PartViews.features(run, part).stream().flatMap(Feature::scenarios).toList();
    long passed = scenarios.stream().filter(one -> one.verdict() == Verdict.PASSED).count();
    String name = texts.get("part." + part.id()).replaceFirst("\\. .*", "");
    return scenarios.isEmpty()
        ? Optional.empty()
        : Optional.of(
            texts.say(
                Message.of("report.written.summary.part")
                    .with("part", name)
                    .with("passed", passed)
                    .with("all", scenarios.size())));
  }

  private void answers() {
    List<Scenario> answered =
        run.scenarios().filter(one -> !one.exhibits(Exhibit.Answer.class).isEmpty()).toList();
    if (!answered.isEmpty()) {
      line(
          "#" + Slug.ofPlace(answered.get(0).place()),
          texts.say(
              Message.of("report.written.summary.answers")
                  .with(
                      "questions",
                      answered.stream()
                          .flatMap(one -> one.tags().stream().filter(tag -> tag.matches("Q\\d")))
                          .distinct()
                          .toList())));
    }
  }

  private void faults() {
    List<FaultSummary> faults = FaultSummary.of(run.experiments());
    line(
        "#faults",
        texts.say(
            Message.of("report.written.summary.faults")
                .with("faults", run.experiments().size())
                .with("acknowledged", faults.stream().mapToLong(FaultSummary::acknowledged).sum())
                .with("lost", faults.stream().mapToLong(FaultSummary::lost).sum())
                .with("where", losers(faults))));
    for (FaultSummary fault : faults.stream().filter(this::ofTheGuide).toList()) {
      line("#" + Slug.ofPlace(fault.experiments().get(0).place()), outage(fault));
    }
  }

  /** Which scenarios lost rows, for one that is made to lose some is no news of the others. */
  private String losers(List<FaultSummary> faults) {
    String names =
        faults.stream()
            .filter(fault -> fault.lost() > 0)
            .map(FaultSummary::scenario)
            .distinct()
            .collect(Collectors.joining("; "));
    return names.isEmpty()
        ? ""
        : texts.say(Message.of("report.written.summary.faults.where").with("scenarios", names));
  }

  /** The table of all faults has the others. */
  private boolean ofTheGuide(FaultSummary fault) {
    return PartViews.features(run, GuidePart.TASK_A1).stream()
        .anyMatch(one -> one.path().equals(fault.experiments().get(0).feature()));
  }

  private String outage(FaultSummary fault) {
    return texts.say(
        fault
            .toFirstSuccess()
            .map(outage -> outage(fault.scenario(), outage))
            .orElseGet(
                () ->
                    Message.of("report.written.summary.outage.none")
                        .with("scenario", fault.scenario())));
  }

  private Message outage(String scenario, Spread outage) {
    String median = texts.seconds(outage.median());
    return outage.count() == 1
        ? Message.of("report.written.summary.outage.one")
            .with("scenario", scenario)
            .with("outage", median)
        : Message.of("report.written.summary.outage")
            .with("scenario", scenario)
            .with("outage", median)
            .with("runs", outage.count());
  }

  private void line(String href, String text) {
    lines.add(View.of("href", href).with("text", text));
  }
}
