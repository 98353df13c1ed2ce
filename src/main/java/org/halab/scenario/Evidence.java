package org.halab.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.halab.cluster.Cluster;
import org.halab.cluster.Diagnosis;
import org.halab.cluster.RunningCluster;
import org.halab.domain.LogLine;
import org.halab.domain.MessageTable;
import org.halab.domain.Table;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.options.Options;
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

  /** A sentence that stands in the report beside the step, in the language of the run. */
  public void note(Message sentence) {
    scenario.log(sentence.toString());
  }

  /** What happened, in plain sentences. */
  public void tell(List<Message> story) {
    attach(lines(story), Attachments.STORY, Message.of("scenario.whatHappened"));
  }

  /** The answer to one of the guide's questions. */
  public void answer(List<Message> sentences) {
    attach(lines(sentences), Attachments.ANSWER, Message.of("scenario.answer"));
  }

  private static String lines(List<Message> sentences) {
    return sentences.stream().map(Message::toString).collect(Collectors.joining("\n"));
  }

  /** Anything that prints as text: a file, a command's output. */
  public void show(Message name, Object text) {
    attach(String.valueOf(text), "text/plain", name);
  }

  /** A table with the program's own words, which are shown in the language of the run. */
  public void show(Message name, Table table) {
    rows(name, table.in(Language.chosen()));
  }

  public void show(Message name, MessageTable table) {
    rows(name, table.in(Language.chosen()));
  }

  private void rows(Message name, Table table) {
    attach(Attachments.csv(table), Attachments.TABLE, name);
  }

  /** A query and its rows, as they are. */
  public void show(Message name, String query, Table answer) {
    attach(query, Attachments.QUERY, name);
    rows(name, answer);
  }

  public void show(Message name, JsonNode json) {
    attach(json.toPrettyString(), "application/json", name);
  }

  /** The lines of a log that matter. */
  public void showLog(Message name, List<LogLine> lines) {
    attach(Attachments.log(lines), Attachments.LOG, name);
  }

  /** All lines of a log, where none matters more than the others. */
  public void showWholeLog(Message name, List<LogLine> lines) {
    attach(Attachments.log(lines), Attachments.WHOLE_LOG, name);
  }

  /** A page of the lab's own cluster: a stranger's is not drawn. */
  public void showPage(Message name, String html) {
    if (!Options.ofThisRun().foreignProject()) {
      attach(html, Attachments.PAGE, name);
    }
  }

  /** All logs and states of a cluster, into a directory of the scenario's. */
  void failure(Cluster cluster) {
    Path directory =
        Outputs.FAILURES.resolve(
            slug(Path.of(scenario.getUri().getPath()).getFileName().toString())
                + "-"
                + scenario.getLine());
    new Diagnosis(cluster.project()).writeAll(directory);
    show(Message.of("cluster.condition"), RunningCluster.lookedAt(cluster));
    RunNotes.THIS_RUN.failed(Places.of(scenario.getUri(), scenario.getLine()), directory);
    note(Message.of("scenario.failure").with("directory", directory));
  }

  /** As text, not as bytes: the report would show bytes beyond ASCII wrongly. */
  private void attach(String text, String type, Message name) {
    scenario.attach(text, type, name.toString());
  }

  private static String slug(String name) {
    return name.replace(".feature", "").replaceAll("[^A-Za-z0-9]+", "-");
  }
}
