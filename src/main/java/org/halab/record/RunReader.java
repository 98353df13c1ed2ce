package org.halab.record;

import io.cucumber.messages.Convertor;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.Tag;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.query.Lineage;
import io.cucumber.query.Query;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.halab.domain.Table;
import org.halab.report.model.Experiments;
import org.halab.report.model.Feature;
import org.halab.report.model.Planned;
import org.halab.report.model.Rule;
import org.halab.report.model.Run;

/** Reads from Cucumber's messages what a run carried out. */
final class RunReader {
  private final Query query;
  private final RunNotes notes;
  private final ScenarioReader scenarios;

  RunReader(Query query, RunNotes notes) {
    this.query = query;
    this.notes = notes;
    this.scenarios = new ScenarioReader(query, notes);
  }

  /**
   * @param experiments the directory with the faults' records
   */
  Run read(List<Planned> planned, Table versions, Path experiments) {
    Instant started =
        query
            .findTestRunStarted()
            .map(one -> Convertor.toInstant(one.getTimestamp()))
            .orElseThrow();
    return new Run(
        started,
        Duration.between(started, notes.ended()),
        versions,
        features(),
        planned,
        Experiments.in(experiments),
        notes.method());
  }

  private List<Feature> features() {
    Map<String, List<TestCaseStarted>> files =
        query.findAllTestCaseStarted().stream()
            .collect(
                Collectors.groupingBy(
                    one -> Places.path(URI.create(pickle(one).getUri())),
                    TreeMap::new,
                    Collectors.toList()));
    return files.entrySet().stream().map(file -> feature(file.getKey(), file.getValue())).toList();
  }

  private Feature feature(String path, List<TestCaseStarted> cases) {
    var feature = lineage(cases.get(0)).feature().orElseThrow();
    var rules =
        cases.stream()
            .sorted(
                Comparator.comparing(
                    one -> query.findLocationOf(pickle(one)).orElseThrow().getLine()))
            .collect(
                Collectors.groupingBy(
                    one -> lineage(one).rule(),
                    LinkedHashMap::new,
                    Collectors.mapping(scenarios::read, Collectors.toList())));
    return new Feature(
        path,
        feature.getName(),
        text(feature.getDescription()),
        feature.getTags().stream().map(Tag::getName).map(tag -> tag.substring(1)).toList(),
        rules.entrySet().stream()
            .map(
                one ->
                    new Rule(
                        one.getKey().map(rule -> rule.getName()).orElse(""),
                        one.getKey().map(rule -> text(rule.getDescription())).orElse(""),
                        one.getValue()))
            .toList());
  }

  private Pickle pickle(TestCaseStarted one) {
    return query.findPickleBy(one).orElseThrow();
  }

  private Lineage lineage(TestCaseStarted one) {
    return query.findLineageBy(one).orElseThrow();
  }

  static String text(String description) {
    return description == null ? "" : description;
  }
}
