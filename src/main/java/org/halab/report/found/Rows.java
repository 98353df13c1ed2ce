package org.halab.report.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halab.message.Message;
import org.halab.report.model.Exhibit;
import org.halab.report.model.Run;
import org.halab.report.model.Scenario;
import org.halab.report.model.Verdict;

/** What became of acknowledged rows: lost where a scenario has it so, or where none may be. */
final class Rows {
  private static final String LESSON = "lessons";

  private final Run run;
  private final List<Watched> watched;

  Rows(Run run, List<Watched> watched) {
    this.run = run;
    this.watched = watched;
  }

  Optional<Found> found() {
    if (watched.isEmpty()) {
      return Optional.empty();
    }
    List<Message> gist = new ArrayList<>(List.of(counted()));
    List<Message> why = new ArrayList<>();
    List<Scenario> losers =
        watched.stream().filter(one -> lost(one) > 0).map(Watched::scenario).distinct().toList();
    List<Scenario> meant = losers.stream().filter(Rows::passed).toList();
    List<Scenario> bad = losers.stream().filter(one -> !passed(one)).toList();
    if (!bad.isEmpty()) {
      gist.add(Message.of("report.found.rows.bad").with("scenarios", names(bad)));
    }
    if (!meant.isEmpty()) {
      why.add(Message.of("report.found.rows.meant").with("scenarios", names(meant)));
    }
    why.addAll(notCounted());
    return Optional.of(new Found("faults", gist, why, !bad.isEmpty()));
  }

  private Message counted() {
    return Message.of("report.found.rows")
        .with("faults", watched.size())
        .with(
            "acknowledged",
            watched.stream().mapToLong(one -> one.experiment().verdict().acknowledged()).sum())
        .with("lost", watched.stream().mapToLong(Rows::lost).sum());
  }

  private static long lost(Watched one) {
    return one.experiment().verdict().lost().size();
  }

  private static boolean passed(Scenario scenario) {
    return scenario.verdict() == Verdict.PASSED;
  }

  private static Message names(List<Scenario> scenarios) {
    return Message.joined("; ", scenarios.stream().map(Scenario::name).toList());
  }

  /** Rows that steps wrote by themselves, to be lost: no client of the ledger was told of them. */
  private List<Message> notCounted() {
    List<Message> sentences = new ArrayList<>();
    List<Scenario> undone =
        watched.stream()
            .filter(one -> one.experiment().howReturned().isPresent())
            .map(Watched::scenario)
            .filter(Rows::passed)
            .filter(one -> onOneNode(one) > 0)
            .toList();
    if (!undone.isEmpty()) {
      sentences.add(
          Message.of("report.found.rows.undone")
              .with("rows", undone.stream().mapToLong(Rows::onOneNode).sum()));
    }
    List<Scenario> lessons =
        run.scenarios()
            .filter(one -> one.has(LESSON) && passed(one) && run.experiments(one).isEmpty())
            .toList();
    if (!lessons.isEmpty()) {
      sentences.add(Message.of("report.found.rows.lessons").with("scenarios", names(lessons)));
    }
    return sentences;
  }

  /** How many rows a node had that no other received, as a step showed them. */
  private static long onOneNode(Scenario scenario) {
    return scenario.exhibits(Exhibit.Rows.class).stream()
        .map(Exhibit.Rows::table)
        .filter(table -> table.columns().contains("written"))
        .mapToLong(
            table -> table.column("written").stream().filter(one -> one.endsWith(" alone")).count())
        .max()
        .orElse(0);
  }
}
