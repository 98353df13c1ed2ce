package org.halab.report.model;

import java.util.List;

/**
 * A finding, and the scenarios that show it.
 *
 * @param name empty for scenarios that stand under no rule
 */
public record Rule(String name, String description, List<Scenario> scenarios) {
  public Rule {
    scenarios = List.copyOf(scenarios);
  }
}
