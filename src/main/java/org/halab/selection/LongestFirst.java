package org.halab.selection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Begins with the features that take longest, so that none of them is what the run still waits for
 * while everything else has ended; which these are stands in {@code longest-first.txt}. It leaves
 * out nothing: a filter is where JUnit shows the features before it runs them, and Cucumber itself
 * can only reverse or shuffle them, with their scenarios.
 */
public final class LongestFirst implements PostDiscoveryFilter {
  /** As paths below {@code features/}, in any language. */
  static final List<String> ORDER = read();

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
          ordered.sort(Comparator.comparing(LongestFirst::place));
          return ordered;
        });
  }

  /** Before all that are named, if it is not. */
  private static int place(TestDescriptor feature) {
    String id = feature.getUniqueId().getLastSegment().getValue();
    for (int place = 0; place < ORDER.size(); place++) {
      if (id.endsWith("/" + ORDER.get(place))) {
        return place;
      }
    }
    return -1;
  }

  private static List<String> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(LongestFirst.class.getResourceAsStream("longest-first.txt")),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
