package org.halab.walkthrough;

import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What feature files say around their steps: names and descriptions, by file and line. */
final class FeatureWords {
  private final Map<URI, Said> features = new HashMap<>();
  private final Map<Place, Said> scenarios = new HashMap<>();
  private final Map<Place, Said> rules = new HashMap<>();

  /** A keyword in the file's language, a name, and the free text under it. */
  record Said(String keyword, String name, String description) {}

  private record Place(URI file, long line) {}

  void read(GherkinDocument document) {
    URI file = URI.create(document.getUri().orElse(""));
    document.getFeature().ifPresent(feature -> read(file, feature));
  }

  private void read(URI file, Feature feature) {
    features.put(file, new Said(feature.getKeyword(), feature.getName(), feature.getDescription()));
    feature
        .getChildren()
        .forEach(
            child -> {
              child.getScenario().ifPresent(scenario -> read(file, scenario, Optional.empty()));
              child
                  .getRule()
                  .ifPresent(
                      rule -> {
                        Said said =
                            new Said(rule.getKeyword(), rule.getName(), rule.getDescription());
                        rule.getChildren().stream()
                            .flatMap((RuleChild one) -> one.getScenario().stream())
                            .forEach(scenario -> read(file, scenario, Optional.of(said)));
                      });
            });
  }

  /** A scenario of an outline is found by the line of its example. */
  private void read(URI file, Scenario scenario, Optional<Said> rule) {
    Said said = new Said(scenario.getKeyword(), scenario.getName(), scenario.getDescription());
    put(file, scenario.getLocation().getLine(), said, rule);
    for (Examples examples : scenario.getExamples()) {
      examples.getTableBody().forEach(row -> put(file, row.getLocation().getLine(), said, rule));
    }
  }

  private void put(URI file, long line, Said said, Optional<Said> rule) {
    scenarios.put(new Place(file, line), said);
    rule.ifPresent(one -> rules.put(new Place(file, line), one));
  }

  Optional<Said> feature(URI file) {
    return Optional.ofNullable(features.get(file));
  }

  Optional<Said> rule(URI file, int line) {
    return Optional.ofNullable(rules.get(new Place(file, line)));
  }

  Optional<Said> scenario(URI file, int line) {
    return Optional.ofNullable(scenarios.get(new Place(file, line)));
  }
}
