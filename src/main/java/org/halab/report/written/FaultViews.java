package org.halab.report.written;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.Phase;
import org.halab.domain.Table;
import org.halab.message.Message;
import org.halab.message.Terms;
import org.halab.report.model.Experiment;
import org.halab.report.model.FaultSummary;
import org.halab.report.model.Run;
import org.halab.report.model.Spread;

/** All faults of a run in one table. */
final class FaultViews {
  private static final String NOTHING = "–";

  private final Run run;
  private final Texts texts;
  private final boolean repeated;

  FaultViews(Run run, Texts texts) {
    this.run = run;
    this.texts = texts;
    this.repeated =
        FaultSummary.of(run.experiments()).stream().anyMatch(one -> one.experiments().size() > 1);
  }

  /** Empty if there was no fault. */
  Optional<View> table() {
    List<FaultSummary> all = FaultSummary.of(run.experiments());
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            View.of("intro", texts.get("faults.intro"))
                .with("columns", columns(measured("faults.outage", "faults.median")))
                .with("rows", all.stream().map(this::row).toList())
                .with("further", further(all)));
  }

  private List<String> columns(List<String> outage) {
    return Stream.of(
            texts.all("faults.stack", "faults.runs"),
            outage,
            texts.all(
                "faults.last",
                "faults.bound",
                "faults.acknowledged",
                "faults.lost",
                "faults.ghosts",
                "faults.duplicates"))
        .flatMap(List::stream)
        .toList();
  }

  /** One measurement has no median and no range: only where there were more these are told. */
  private List<String> measured(String one, String several) {
    return repeated ? texts.all(several, "faults.range") : texts.all(one);
  }

  private Stream<String> measured(String median, Optional<Spread> spread) {
    return repeated ? Stream.of(median, range(spread)) : Stream.of(median);
  }

  private View row(FaultSummary fault) {
    Optional<Spread> outage = fault.toFirstSuccess();
    String median =
        outage
            .map(one -> medianOf(one, fault.experiments().size()))
            .orElse(texts.get("faults.none"));
    List<String> cells =
        Stream.of(
                Stream.of(fault.stack(), String.valueOf(fault.experiments().size())),
                measured(median, outage),
                Stream.of(
                    fault.toLastFailure().map(one -> texts.seconds(one.most())).orElse(NOTHING),
                    fault.bound().map(bound -> texts.seconds(bound.seconds())).orElse(NOTHING),
                    String.valueOf(fault.acknowledged()),
                    String.valueOf(fault.lost()),
                    String.valueOf(fault.ghosts()),
                    String.valueOf(fault.duplicates())))
            .flatMap(cell -> cell)
            .toList();
    return View.of("name", fault.scenario())
        .with("href", "#" + Slug.ofPlace(fault.experiments().get(0).place()))
        .with("lost", fault.lost() > 0)
        .with("cells", cells);
  }

  private List<View> further(List<FaultSummary> all) {
    return Stream.of(
            view(
                "faults.phases",
                phaseColumns(all),
                all.stream().flatMap(one -> phaseRows(one, phases(all)))),
            view("faults.ways", wayColumns(), all.stream().flatMap(this::wayRows))
                .map(view -> view.with("about", aboutWays(all))),
            view("faults.returns", returnColumns(), all.stream().flatMap(this::returnRows)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<View> view(String title, List<String> columns, Stream<List<String>> rows) {
    Table table = new Table(columns, rows.toList());
    return table.rows().isEmpty()
        ? Optional.empty()
        : Optional.of(
            View.of("title", texts.get(title))
                .with("about", texts.get(title + ".about"))
                .with("table", View.tableBelowHeading(texts.get(title), table)));
  }

  private List<String> phaseColumns(List<FaultSummary> all) {
    return Stream.concat(
            texts.all("faults.fault", "faults.stack", "faults.runs").stream(),
            phases(all).stream().map(Terms::of).map(texts::say))
        .toList();
  }

  /** The phases of all outages, as they follow each other. */
  private static List<String> phases(List<FaultSummary> all) {
    Set<String> seen =
        all.stream().flatMap(one -> one.phases().keySet().stream()).collect(Collectors.toSet());
    return Phase.IN_ORDER.stream().filter(seen::contains).toList();
  }

  /** What the table cannot be read without: how often was asked; and only what it does say. */
  private String aboutWays(List<FaultSummary> all) {
    List<FaultSummary> compared = all.stream().filter(one -> !one.ways().isEmpty()).toList();
    List<String> about = new ArrayList<>(List.of(texts.get("faults.ways.about")));
    compared.stream()
        .flatMap(one -> one.arrivalsEvery().stream())
        .max(Comparator.naturalOrder())
        .map(every -> Message.of("report.written.faults.every").with("every", texts.seconds(every)))
        .map(texts::say)
        .ifPresent(about::add);
    if (compared.stream().allMatch(FaultSummary::directWasFirst)) {
      about.add(texts.get("faults.ways.direct"));
    }
    return String.join(" ", about);
  }

  private Stream<List<String>> phaseRows(FaultSummary fault, List<String> phases) {
    Map<String, Spread> measured = fault.phases();
    return measured.isEmpty()
        ? Stream.empty()
        : Stream.of(
            Stream.concat(
                    Stream.of(
                        fault.scenario(),
                        fault.stack(),
                        String.valueOf(fault.experiments().size())),
                    phases.stream().map(phase -> medianAndRange(measured.get(phase))))
                .toList());
  }

  private String medianAndRange(Spread spread) {
    if (spread == null) {
      return NOTHING;
    }
    return spread.count() == 1
        ? median(spread)
        : "%s (%s)".formatted(median(spread), range(Optional.of(spread)));
  }

  private List<String> wayColumns() {
    return Stream.of(
            texts.all("faults.fault", "faults.stack", "faults.way", "faults.runs"),
            measured("faults.way.first.one", "faults.way.first"),
            measured("faults.way.last.one", "faults.way.last"),
            texts.all("faults.way.replica"))
        .flatMap(List::stream)
        .toList();
  }

  private Stream<List<String>> wayRows(FaultSummary fault) {
    return fault.ways().stream()
        .map(
            way ->
                Stream.of(
                        Stream.of(
                            fault.scenario(),
                            fault.stack(),
                            texts.say(Terms.of(way.name())),
                            String.valueOf(fault.experiments().size())),
                        measured(medianOrNothing(way.firstSuccess()), way.firstSuccess()),
                        measured(medianOrNothing(way.lastFailure()), way.lastFailure()),
                        Stream.of(
                            way.ledToReplica().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))))
                    .flatMap(cell -> cell)
                    .toList());
  }

  private List<String> returnColumns() {
    return Stream.concat(
            texts
                .all(
                    "faults.fault",
                    "faults.stack",
                    "faults.return.way",
                    "faults.return.wal",
                    "faults.runs")
                .stream(),
            measured("faults.return.one", "faults.return.median").stream())
        .toList();
  }

  private Stream<List<String>> returnRows(FaultSummary fault) {
    List<Experiment.Returned> returns =
        fault.experiments().stream().flatMap(one -> one.howReturned().stream()).toList();
    return fault.toSynchronous().stream()
        .map(
            took ->
                Stream.concat(
                        Stream.of(
                            fault.scenario(),
                            fault.stack(),
                            texts.say(Terms.of(returns.get(0).way())),
                            written(returns),
                            String.valueOf(took.count())),
                        measured(median(took), Optional.of(took)))
                    .toList());
  }

  private String written(List<Experiment.Returned> returns) {
    double most = returns.stream().mapToDouble(Experiment.Returned::megabytes).max().orElse(0);
    return most == 0
        ? NOTHING
        : texts.say(Message.of("report.written.megabytes").with("megabytes", Math.round(most)));
  }

  /** Runs in which no write failed have no outage; they are not to be forgotten. */
  private String medianOf(Spread spread, int runs) {
    return spread.count() == runs
        ? median(spread)
        : texts.say(
            Message.of("report.written.faults.failing")
                .with("median", median(spread))
                .with("failing", spread.count())
                .with("runs", runs));
  }

  private String medianOrNothing(Optional<Spread> spread) {
    return spread.map(this::median).orElse(NOTHING);
  }

  private String median(Spread spread) {
    return texts.seconds(spread.median());
  }

  private String range(Optional<Spread> spread) {
    return spread
        .filter(one -> one.count() > 1)
        .map(one -> texts.seconds(one.least()) + " – " + texts.seconds(one.most()))
        .orElse(NOTHING);
  }
}
