package org.halab.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Begins with the features that take longest, tagged {@code @long}, so that none of them is what
 * the run still waits for while everything else has ended. It leaves out nothing: a filter is where
 * JUnit shows the features before it runs them, and Cucumber itself can only reverse or shuffle
 * them, with their scenarios.
 */
public final class LongestFirst implements PostDiscoveryFilter {
  private static final TestTag LONG = TestTag.create("long");

  @Override
  public FilterResult apply(TestDescriptor test) {
    test.getParent().filter(LongestFirst::isEngine).ifPresent(LongestFirst::order);
    return FilterResult.included("only the order is chosen");
  }

  /** In a suite the engine is not the root. */
  private static boolean isEngine(TestDescriptor test) {
    return test.getUniqueId().getLastSegment().getType().equals("engine");
  }

  private static void order(TestDescriptor engine) {
    engine.orderChildren(
        features -> {
          List<TestDescriptor> ordered = new ArrayList<>(features);
          ordered.sort(Comparator.comparing(LongestFirst::takesLong).reversed());
          return ordered;
        });
  }

  private static boolean takesLong(TestDescriptor feature) {
    return feature.getDescendants().stream().anyMatch(test -> test.getTags().contains(LONG));
  }
}
