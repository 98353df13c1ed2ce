package org.halab.report.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One scenario as it was carried out.
 *
 * @param place the feature file and the line, as {@code features/a.feature:8}
 * @param tags without their sign: {@code part-2}
 * @param cluster the name of the cluster it used; empty if it used none
 * @param failureLogs the directory with the logs and states at its failure; empty if there is none
 */
public record Scenario(
    String place,
    String name,
    String description,
    List<String> tags,
    Duration took,
    List<Step> steps,
    String cluster,
    String failureLogs) {
  public Scenario {
    tags = List.copyOf(tags);
    steps = List.copyOf(steps);
  }

  public Verdict verdict() {
    return steps.stream().map(Step::verdict).reduce(Verdict.PASSED, Verdict::and);
  }

  public Optional<Step> failed() {
    return steps.stream().filter(step -> step.verdict() == Verdict.FAILED).findFirst();
  }

  public boolean has(String tag) {
    return tags.contains(tag);
  }

  /** All exhibits of a kind, from the first step to the last. */
  public <T extends Exhibit> List<T> exhibits(Class<T> kind) {
    return steps.stream()
        .flatMap(step -> step.exhibits().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
