package org.halab.report.written;

import java.util.List;
import org.halab.message.Message;
import org.halab.report.found.Extent;
import org.halab.report.model.Planned;
import org.halab.report.model.Run;

/** The whole report as the templates show it. */
final class ReportView {
  private final Run run;
  private final Texts texts;
  private final PartViews parts;

  ReportView(Run run, Texts texts, PartViews parts) {
    this.run = run;
    this.texts = texts;
    this.parts = parts;
  }

  View view() {
    List<Planned> left = run.left();
    FoundViews found = new FoundViews(run, texts);
    View view =
        View.of("language", texts.language())
            .with("words", words())
            .with("edition", run.ofGuide() ? otherEdition() : null)
            .with("found", found.lines())
            .with("comparison", found.comparison().orElse(null))
            .with("parts", parts.all())
            .with("started", texts.when(run.started()) + " UTC")
            .with("took", texts.roughly(run.took()))
            .with("count", run.scenarios().count())
            .with("method", new MethodView(run, texts).view())
            .with("faults", new FaultViews(run, texts).table().orElse(null));
    if (!run.versions().rows().isEmpty()) {
      view.with("versions", View.table(texts.get("run.versions"), run.versions()));
    }
    if (!left.isEmpty()) {
      Extent extent = new Extent(run);
      view.with(extent.partial() ? "partial" : "complete", extent.told().map(texts::say).get())
          .with("hasLeft", true)
          .with(
              "left",
              left.stream()
                  .map(
                      one ->
                          View.of("feature", one.feature())
                              .with("name", one.scenario())
                              .with("place", one.place()))
                  .toList());
    }
    return view;
  }

  /** Those who read the other language better are told that there is one, in that language. */
  private View otherEdition() {
    return View.of("language", texts.get("edition.language"))
        .with("text", texts.say(Message.of("report.otherEdition")));
  }

  /** The words that the templates ask for by a name with underscores. */
  private View words() {
    View words = new View();
    for (String key :
        List.of(
            "title",
            "subtitle",
            "contents",
            "contents.part",
            "back",
            "skip",
            "found.evidence",
            "guide.number",
            "guess",
            "experiment.chart",
            "experiment.read",
            "experiment.facts",
            "found",
            "compared",
            "run",
            "run.started",
            "run.took",
            "run.scenarios",
            "run.noVersions",
            "guide.item",
            "guide.shown",
            "guide.result",
            "faults",
            "faults.fault",
            "method",
            "method.looks",
            "left",
            "left.feature",
            "left.scenario",
            "left.place",
            "changed.defects",
            "changed.patroni",
            "changed.patroni.about",
            "changed.setting",
            "changed.printed",
            "changed.improved",
            "changed.reason",
            "changed.new",
            "changed.removed",
            "changed.same",
            "changed.haproxy",
            "changed.haproxy.about",
            "changed.kept",
            "story",
            "answer",
            "failure.expected",
            "failure.seen",
            "failure.logs",
            "failure.trace",
            "experiment.phases",
            "experiment.events",
            "experiment.lanes")) {
      words.with(key.replace('.', '_'), texts.get(key));
    }
    return words;
  }
}
