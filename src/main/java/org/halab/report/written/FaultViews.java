package org.halab.report.written;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  FaultViews(Run run, Texts texts) {
    this.run = run;
    this.texts = texts;
  }

  /** Empty if there was no fault. */
  Optional<View> table() {
    List<FaultSummary> all = FaultSummary.of(run.experiments());
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            View.of("intro", texts.get("faults.intro"))
                .with(
                    "columns",
                    List.of(
                        texts.get("faults.stack"),
                        texts.get("faults.runs"),
                        texts.get("faults.median"),
                        texts.get("faults.range"),
                        texts.get("faults.last"),
                        texts.get("faults.bound"),
                        texts.get("faults.acknowledged"),
                        texts.get("faults.lost"),
                        texts.get("faults.ghosts"),
                        texts.get("faults.duplicates")))
                .with("rows", all.stream().map(this::row).toList())
                .with("further", further(all)));
  }

  private View row(FaultSummary fault) {
    Optional<Spread> outage = fault.toFirstSuccess();
    List<String> cells =
        List.of(
            fault.stack(),
            String.valueOf(fault.experiments().size()),
            outage
                .map(one -> medianOf(one, fault.experiments().size()))
                .orElse(texts.get("faults.none")),
            range(outage),
            fault.toLastFailure().map(one -> texts.seconds(one.most())).orElse(NOTHING),
            fault.bound().map(bound -> texts.seconds(bound.seconds())).orElse(NOTHING),
            String.valueOf(fault.acknowledged()),
            String.valueOf(fault.lost()),
            String.valueOf(fault.ghosts()),
            String.valueOf(fault.duplicates()));
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
            view("faults.ways", wayColumns(), all.stream().flatMap(this::wayRows)),
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
                .with("table", View.table(table)));
  }

  private List<String> phaseColumns(List<FaultSummary> all) {
    return Stream.concat(
            texts.all("faults.fault", "faults.stack", "faults.runs").stream(),
            phases(all).stream().map(Terms::of).map(texts::say))
        .toList();
  }

  /** The phases of all outages, as they follow each other. */
  private static List<String> phases(List<FaultSummary> all) {
    return all.stream()
        .map(one -> List.copyOf(one.phases().keySet()))
        .max(Comparator.comparing(List::size))
        .orElse(List.of());
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
    return texts.all(
        "faults.fault",
        "faults.stack",
        "faults.way",
        "faults.runs",
        "faults.way.first",
        "faults.range",
        "faults.way.last",
        "faults.range",
        "faults.way.replica");
  }

  private Stream<List<String>> wayRows(FaultSummary fault) {
    return fault.ways().stream()
        .map(
            way ->
                List.of(
                    fault.scenario(),
                    fault.stack(),
                    texts.say(Terms.of(way.name())),
                    String.valueOf(fault.experiments().size()),
                    way.firstSuccess().map(this::median).orElse(NOTHING),
                    range(way.firstSuccess()),
                    way.lastFailure().map(this::median).orElse(NOTHING),
                    range(way.lastFailure()),
                    way.ledToReplica().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "))));
  }

  private List<String> returnColumns() {
    return texts.all(
        "faults.fault",
        "faults.stack",
        "faults.return.way",
        "faults.return.wal",
        "faults.runs",
        "faults.return.median",
        "faults.range");
  }

  private Stream<List<String>> returnRows(FaultSummary fault) {
    List<Experiment.Returned> returns =
        fault.experiments().stream().flatMap(one -> one.howReturned().stream()).toList();
    return fault.toSynchronous().stream()
        .map(
            took ->
                List.of(
                    fault.scenario(),
                    fault.stack(),
                    texts.say(Terms.of(returns.get(0).way())),
                    written(returns),
                    String.valueOf(took.count()),
                    median(took),
                    range(Optional.of(took))));
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
