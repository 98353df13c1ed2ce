package org.halab.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.halab.cluster.Cluster;
import org.halab.cluster.Diagnosis;
import org.halab.domain.LogLine;
import org.halab.domain.MessageTable;
import org.halab.domain.Table;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.options.Outputs;
import org.halab.record.Attachments;
import org.halab.record.Places;
import org.halab.record.RunNotes;

/** What a step shows: attached to the step in the report. */
public final class Evidence {
  private final Scenario scenario;

  Evidence(Scenario scenario) {
    this.scenario = scenario;
  }

  /** A sentence that stands in the report beside the step. */
  public void note(String sentence) {
    scenario.log(sentence);
  }

  /** The same, in the language of the run. */
  public void note(Message sentence) {
    note(sentence.toString());
  }

  /** What happened, in plain sentences. */
  public void tell(List<Message> story) {
    attach(lines(story), Attachments.STORY, "what happened");
  }

  /** The answer to one of the guide's questions. */
  public void answer(List<Message> sentences) {
    attach(lines(sentences), Attachments.ANSWER, "answer");
  }

  private static String lines(List<Message> sentences) {
    return sentences.stream().map(Message::toString).collect(Collectors.joining("\n"));
  }

  /** Anything that prints as text: a file, a command's output. */
  public void show(String name, Object text) {
    attach(String.valueOf(text), "text/plain", name);
  }

  public void show(String name, Table table) {
    attach(Attachments.csv(table), Attachments.TABLE, name);
  }

  public void show(String name, MessageTable table) {
    show(name, table.in(Language.chosen()));
  }

  /** A query and its rows. */
  public void show(String name, String query, Table rows) {
    attach(query, Attachments.QUERY, name);
    show(name, rows);
  }

  public void show(String name, JsonNode json) {
    attach(json.toPrettyString(), "application/json", name);
  }

  /** The lines of a log that matter. */
  public void showLog(String name, List<LogLine> lines) {
    attach(Attachments.log(lines), Attachments.LOG, name);
  }

  /** All lines of a log, where none matters more than the others. */
  public void showWholeLog(String name, List<LogLine> lines) {
    attach(Attachments.log(lines), Attachments.WHOLE_LOG, name);
  }

  public void showPage(String name, String html) {
    attach(html, Attachments.PAGE, name);
  }

  /** All logs and states of a cluster, into a directory of the scenario's. */
  void failure(Cluster cluster) {
    Path directory =
        Outputs.FAILURES.resolve(
            slug(Path.of(scenario.getUri().getPath()).getFileName().toString())
                + "-"
                + scenario.getLine());
    new Diagnosis(cluster.project()).writeAll(directory);
    RunNotes.THIS_RUN.failed(Places.of(scenario.getUri(), scenario.getLine()), directory);
    note("All logs and states at the failure: " + directory);
  }

  /** As text, not as bytes: the report would show bytes beyond ASCII wrongly. */
  private void attach(String text, String type, String name) {
    scenario.attach(text, type, name);
  }

  private static String slug(String name) {
    return name.replace(".feature", "").replaceAll("[^A-Za-z0-9]+", "-");
  }
}
