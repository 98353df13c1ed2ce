package org.halab.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.halab.cluster.Cluster;
import org.halab.cluster.Diagnosis;
import org.halab.domain.LogLine;

/** What a step shows: attached to the step in the report. */
public final class Evidence {
  private static final Path FAILURES = Path.of("target", "failures").toAbsolutePath();

  private final Scenario scenario;

  Evidence(Scenario scenario) {
    this.scenario = scenario;
  }

  /** A sentence that stands in the report beside the step. */
  public void note(String sentence) {
    scenario.log(sentence);
  }

  /** Anything that prints as text: a table, a file, a command's output. */
  public void show(String name, Object text) {
    attach(String.valueOf(text), "text/plain", name);
  }

  public void show(String name, JsonNode json) {
    attach(json.toPrettyString(), "application/json", name);
  }

  public void showLog(String name, List<LogLine> lines) {
    show(name, lines.stream().map(LogLine::toString).collect(Collectors.joining("\n")));
  }

  public void showPage(String name, String html) {
    attach(html, "text/html", name);
  }

  /** All logs and states of a cluster, into a directory of the scenario's. */
  void failure(Cluster cluster) {
    Path directory =
        FAILURES.resolve(
            slug(Path.of(scenario.getUri().getPath()).getFileName().toString())
                + "-"
                + scenario.getLine());
    new Diagnosis(cluster.project()).writeAll(directory);
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
