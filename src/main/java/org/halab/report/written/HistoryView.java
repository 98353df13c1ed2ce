package org.halab.report.written;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.halab.domain.Table;
import org.halab.message.Message;
import org.halab.report.history.History;
import org.halab.report.history.KeptRun;
import org.halab.report.history.KeptRuns;
import org.halab.report.model.Spread;

/** What changed since earlier runs, and what all of them found together. */
final class HistoryView {
  private static final String NOTHING = "–";

  private final History history;
  private final KeptRuns kept;
  private final Texts texts;

  HistoryView(History history, KeptRuns kept, Texts texts) {
    this.history = history;
    this.kept = kept;
    this.texts = texts;
  }

  View view() {
    List<View> tables = new ArrayList<>();
    table(tables, "flakes", null, flakes());
    table(tables, "trends", trendsNote(), trends());
    return View.of("title", texts.get("history"))
        .with("about", texts.say(about()))
        .with("skipped", kept.skipped().isEmpty() ? null : texts.say(skipped()))
        .with("sections", history.last().isEmpty() ? List.of() : changes())
        .with("tables", tables);
  }

  private Message about() {
    return history
        .last()
        .map(
            last ->
                Message.of("report.written.history.about")
                    .with("runs", history.earlier().size())
                    .with("directory", kept.directory())
                    .with("moment", texts.when(last.started()))
                    .with("commit", last.commit().isEmpty() ? NOTHING : last.commit()))
        .orElseGet(
            () -> Message.of("report.written.history.first").with("directory", kept.directory()));
  }

  private Message skipped() {
    return Message.of("report.written.history.skipped")
        .with("files", kept.skipped().stream().map(Path::getFileName).toList());
  }

  private List<View> changes() {
    return List.of(
        section("history.red", history.newlyRed()),
        section("history.mended", history.mended()),
        section("history.added", history.added()),
        section("history.removed", history.removed()));
  }

  private View section(String key, List<KeptRun.Name> scenarios) {
    List<String> lines =
        scenarios.isEmpty()
            ? List.of(texts.get("history.none"))
            : scenarios.stream().map(HistoryView::told).toList();
    return View.of("name", texts.get(key)).with("lines", lines);
  }

  private static String told(KeptRun.Name one) {
    return one.scenario() + " (" + one.feature() + ")";
  }

  private void table(List<View> tables, String key, String note, Table table) {
    if (!table.rows().isEmpty()) {
      tables.add(
          View.of("name", texts.get("history." + key))
              .with("note", note)
              .with("table", View.table(table)));
    }
  }

  private Table flakes() {
    return new Table(
        texts.all("history.scenario", "history.commit", "history.passed", "history.failed"),
        history.flakes().stream()
            .map(
                one ->
                    List.of(
                        told(one.name()),
                        one.commit(),
                        String.valueOf(one.passed()),
                        String.valueOf(one.failed())))
            .toList());
  }

  private String trendsNote() {
    return texts.say(
        Message.of("report.written.history.trends").with("runs", history.runsOnThisMachine()));
  }

  /** One run alone has no medians. */
  private Table trends() {
    return new Table(
        texts.all(
            "history.scenario",
            "faults.stack",
            "faults.runs",
            "history.now",
            "faults.median",
            "faults.range"),
        (history.runsOnThisMachine() == 1 ? Stream.<History.Trend>empty() : all())
            .map(
                one ->
                    List.of(
                        one.name().scenario(),
                        one.stack(),
                        String.valueOf(one.runs()),
                        one.now().map(texts::seconds).orElse(NOTHING),
                        several(one).map(Spread::median).map(texts::seconds).orElse(NOTHING),
                        several(one).map(this::range).orElse(NOTHING)))
            .toList());
  }

  private static Optional<Spread> several(History.Trend one) {
    return one.all().filter(spread -> spread.count() > 1);
  }

  private Stream<History.Trend> all() {
    return history.trends().stream();
  }

  private String range(Spread spread) {
    return texts.seconds(spread.least()) + " – " + texts.seconds(spread.most());
  }
}
