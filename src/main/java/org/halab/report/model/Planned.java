package org.halab.report.model;

import java.util.List;

/**
 * A scenario of the features, carried out or not.
 *
 * @param place the feature file and the line, as {@code features/a.feature:8}
 * @param tags without their sign: {@code part-2}
 */
public record Planned(String place, String feature, String scenario, List<String> tags) {
  public Planned {
    tags = List.copyOf(tags);
  }
}
