package org.halab.report.written;

import java.util.List;
import java.util.Optional;
import org.halab.report.model.FaultSummary;
import org.halab.report.model.Run;

/** All faults of a run in one table. */
final class FaultViews {
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
                        texts.get("faults.lost")))
                .with("rows", all.stream().map(this::row).toList()));
  }

  private View row(FaultSummary fault) {
    List<Double> outages = fault.outages();
    String none = texts.get("faults.none");
    List<String> cells =
        List.of(
            fault.stack(),
            String.valueOf(fault.experiments().size()),
            fault.median().map(texts::seconds).orElse(none),
            outages.size() < 2
                ? "–"
                : texts.seconds(outages.get(0))
                    + " – "
                    + texts.seconds(outages.get(outages.size() - 1)),
            fault.toLastFailure().map(texts::seconds).orElse("–"),
            fault.bound().map(bound -> texts.seconds(bound.seconds())).orElse("–"),
            String.valueOf(fault.acknowledged()),
            String.valueOf(fault.lost()));
    return View.of("name", fault.scenario())
        .with("href", "#" + Slug.ofPlace(fault.experiments().get(0).place()))
        .with("lost", fault.lost() > 0)
        .with("cells", cells);
  }
}
