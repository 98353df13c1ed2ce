package org.halab.report.written;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.domain.LogLine;
import org.halab.report.model.Exhibit;
import org.halab.report.model.Run;
import org.halab.report.model.Scenario;

/**
 * The log lines that a report cites: what scenarios show, and what the course of events goes by.
 * Each has to be in a log that was kept, for a reader to find it.
 */
public final class Citations {
  private final Run run;
  private final LogBook logs;
  private final Map<String, Set<LogLine>> read = new HashMap<>();

  /**
   * @param logs the directory with the logs of each cluster
   */
  public Citations(Run run, Path logs) {
    this(run, new LogBook(logs));
  }

  Citations(Run run, LogBook logs) {
    this.run = run;
    this.logs = logs;
  }

  /** A cited line, and the scenario that cites it. */
  public record Cited(Scenario scenario, LogLine line) {}

  /** All of them, one after the other. */
  public List<Cited> all() {
    return run.scenarios()
        .flatMap(
            scenario ->
                Stream.concat(shown(scenario), told(scenario))
                    .distinct()
                    .map(line -> new Cited(scenario, line)))
        .toList();
  }

  /** Those that are in no log that was kept. */
  public List<Cited> unkept() {
    return all().stream().filter(one -> !kept(one)).toList();
  }

  private static Stream<LogLine> shown(Scenario scenario) {
    return scenario.exhibits(Exhibit.Log.class).stream().flatMap(log -> log.lines().stream());
  }

  private Stream<LogLine> told(Scenario scenario) {
    return run.experiments(scenario).stream()
        .flatMap(experiment -> experiment.events().stream())
        .filter(event -> !event.evidence().isEmpty())
        .map(event -> new LogLine(event.at(), event.who(), event.evidence()));
  }

  private boolean kept(Cited one) {
    String cluster = one.scenario().cluster();
    return read.computeIfAbsent(
            cluster + "/" + one.line().service(),
            log -> Set.copyOf(logs.log(cluster, one.line().service())))
        .contains(one.line());
  }
}
