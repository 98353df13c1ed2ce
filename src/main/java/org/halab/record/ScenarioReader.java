package org.halab.record;

import io.cucumber.messages.Convertor;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleTable;
import io.cucumber.messages.types.PickleTableCell;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.messages.types.TestStepResult;
import io.cucumber.query.Lineage;
import io.cucumber.query.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.halab.message.Message;
import org.halab.report.model.Scenario;
import org.halab.report.model.Step;
import org.halab.report.model.Verdict;

/** Reads from Cucumber's messages how one scenario went. */
final class ScenarioReader {
  private final Query query;
  private final RunNotes notes;

  ScenarioReader(Query query, RunNotes notes) {
    this.query = query;
    this.notes = notes;
  }

  Scenario read(TestCaseStarted started) {
    Pickle pickle = query.findPickleBy(started).orElseThrow();
    String place = Places.of(query, pickle);
    return new Scenario(
        place,
        pickle.getName(),
        query
            .findLineageBy(started)
            .flatMap(Lineage::scenario)
            .map(one -> RunReader.text(one.getDescription()))
            .orElse(""),
        pickle.getTags().stream().map(PickleTag::getName).map(tag -> tag.substring(1)).toList(),
        query.findTestCaseDurationBy(started).orElse(Duration.ZERO),
        query.findTestStepsFinishedBy(started).stream()
            .flatMap(finished -> step(finished).stream())
            .toList(),
        notes.clusterOf(place),
        notes.failureOf(place));
  }

  /** A hook is a step of its own only where it failed. */
  private Optional<Step> step(TestStepFinished finished) {
    TestStepResult result = finished.getTestStepResult();
    Optional<PickleStep> pickle = query.findTestStepBy(finished).flatMap(query::findPickleStepBy);
    Verdict verdict = verdict(result);
    if (pickle.isEmpty() && verdict != Verdict.FAILED) {
      return Optional.empty();
    }
    return Optional.of(
        new Step(
            pickle.flatMap(query::findStepBy).map(step -> step.getKeyword()).orElse(""),
            pickle.map(PickleStep::getText).orElseGet(() -> Message.of("record.hook").toString()),
            pickle.flatMap(ScenarioReader::argument).orElse(List.of()),
            verdict,
            Convertor.toDuration(result.getDuration()),
            verdict == Verdict.FAILED ? result.getMessage().orElse("") : "",
            Attachments.read(query.findAttachmentsBy(finished))));
  }

  private static Optional<List<List<String>>> argument(PickleStep step) {
    return step.getArgument()
        .flatMap(argument -> argument.getDataTable())
        .map(PickleTable::getRows)
        .map(
            rows ->
                rows.stream()
                    .map(row -> row.getCells().stream().map(PickleTableCell::getValue).toList())
                    .toList());
  }

  /** An undefined step is a failure: nobody has shown what it says. */
  private static Verdict verdict(TestStepResult result) {
    return switch (result.getStatus()) {
      case PASSED -> Verdict.PASSED;
      case SKIPPED -> Verdict.SKIPPED;
      default -> Verdict.FAILED;
    };
  }
}
