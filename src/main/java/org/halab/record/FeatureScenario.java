package org.halab.record;

import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.Rule;
import io.cucumber.query.Lineage;
import io.cucumber.query.Query;
import java.nio.file.Path;
import java.util.List;

/**
 * A scenario of a feature's file; one for each example, if it is an outline.
 *
 * @param place as {@code features/a.feature:8}
 * @param rule that it stands under; empty if there is none
 * @param steps those of its background, too
 */
public record FeatureScenario(String place, String rule, String name, List<String> steps) {
  public FeatureScenario {
    steps = List.copyOf(steps);
  }

  public static List<FeatureScenario> in(Path feature) {
    Query query = ParsedFeatures.of(List.of(feature));
    return query.findAllPickles().stream().map(one -> of(query, one)).toList();
  }

  private static FeatureScenario of(Query query, Pickle pickle) {
    return new FeatureScenario(
        Places.of(query, pickle),
        query.findLineageBy(pickle).flatMap(Lineage::rule).map(Rule::getName).orElse(""),
        pickle.getName(),
        pickle.getSteps().stream().map(PickleStep::getText).toList());
  }
}
