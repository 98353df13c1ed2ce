package org.halab.report.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A feature, with those of its scenarios that were carried out.
 *
 * @param path below the project's directory, with slashes: {@code features/a.feature}
 * @param tags without their sign: {@code part-2}
 */
public record Feature(
    String path, String name, String description, List<String> tags, List<Rule> rules) {
  public Feature {
    tags = List.copyOf(tags);
    rules = List.copyOf(rules);
  }

  public Stream<Scenario> scenarios() {
    return rules.stream().flatMap(rule -> rule.scenarios().stream());
  }
}
