package org.halab.report.written;

import java.util.List;
import java.util.Optional;
import org.halab.message.Message;
import org.halab.report.found.Comparison;
import org.halab.report.found.Findings;
import org.halab.report.found.Found;
import org.halab.report.model.Run;
import org.halab.report.model.Scenario;

/** What was found, and task A1 at a glance, as the templates show it. */
final class FoundViews {
  /** What stands before the colon says what it is about, if it is no sentence. */
  private static final int LONGEST_LEAD = 60;

  private final Run run;
  private final Texts texts;

  FoundViews(Run run, Texts texts) {
    this.run = run;
    this.texts = texts;
  }

  /** A line for each thing, which leads to its evidence. */
  List<View> lines() {
    return new Findings(run).all().stream().map(this::line).toList();
  }

  private View line(Found found) {
    String text = texts.say(Message.joined(" ", found.gist()));
    int colon = text.indexOf(": ");
    int lead = colon < LONGEST_LEAD ? colon + 1 : 0;
    View view =
        View.of("href", "#" + Slug.ofPlace(found.place()))
            .with("text", texts.say(found.sentence()))
            .with("lead", text.substring(0, lead))
            .with("rest", text.substring(lead))
            .with("why", found.why().isEmpty() ? "" : texts.say(Message.joined(" ", found.why())))
            .with("red", found.red())
            .with("title", texts.has(found.place()) ? texts.get(found.place()) : found.place());
    run.scenarios()
        .filter(one -> one.place().equals(found.place()))
        .findFirst()
        .ifPresent(
            one ->
                view.with("title", one.name())
                    .with("lang", texts.foreign(one.name()))
                    .with("story", story(one)));
    return view;
  }

  /** What happened in the scenario, which is the evidence in short. */
  private List<String> story(Scenario scenario) {
    return run.experiments(scenario).stream()
        .flatMap(one -> one.told().stream())
        .map(texts::say)
        .toList();
  }

  /** The leader stopped beside the leader killed; empty if one of them was not done. */
  Optional<View> comparison() {
    return Comparison.of(run)
        .map(
            one ->
                View.of("table", View.table(texts.get("compared"), texts.say(one.table())))
                    .with("sentence", texts.say(one.sentence())));
  }
}
