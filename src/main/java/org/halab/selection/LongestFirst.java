package org.halab.selection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Begins with the features that take longest, so that none of them is what the run still waits for
 * while everything else has ended; which these are stands in {@code longest-first.txt}. It leaves
 * out nothing: a filter is where JUnit shows the features before it runs them, and Cucumber itself
 * can only reverse or shuffle them, with their scenarios.
 *
 * <p>Of N lanes of JUnit's, N - 1 take the next feature from the front and the one that handed them
 * out takes its own from the back. So each Nth is dealt to the back, the longest of them last, and
 * the shortest stand where the lanes meet. A feature of which nothing is selected must not be
 * counted, so the order is made anew with each scenario that another filter may have left out.
 */
public final class LongestFirst implements PostDiscoveryFilter {
  /** As paths below {@code features/}, in any language. */
  static final List<String> ORDER = read();

  private final int lanes;
  private final Map<String, Integer> places;

  public LongestFirst() {
    this(ClustersSideBySide.ofThisRun(), ORDER);
  }

  LongestFirst(int lanes, List<String> order) {
    this.lanes = lanes;
    places = order.stream().collect(Collectors.toMap(path -> path, order::indexOf));
  }

  @Override
  public FilterResult apply(TestDescriptor test) {
    Optional<TestDescriptor> above = Optional.of(test);
    while (above.isPresent() && !isEngine(above.get())) {
      above = above.get().getParent();
    }
    above.ifPresent(this::order);
    return FilterResult.included("only the order is chosen");
  }

  /** In a suite the engine is not the root. */
  private static boolean isEngine(TestDescriptor test) {
    return test.getUniqueId().getLastSegment().getType().equals("engine");
  }

  private void order(TestDescriptor engine) {
    engine.orderChildren(
        features -> {
          List<TestDescriptor> ordered = new ArrayList<>(features);
          ordered.sort(Comparator.comparing(this::place));
          List<TestDescriptor> empty =
              ordered.stream().filter(feature -> !TestDescriptor.containsTests(feature)).toList();
          ordered.removeAll(empty);
          List<TestDescriptor> dealt = dealt(ordered);
          dealt.addAll(empty);
          return dealt;
        });
  }

  private <T> List<T> dealt(List<T> longestFirst) {
    Deque<T> back = new ArrayDeque<>();
    List<T> dealt = new ArrayList<>();
    for (int place = 0; place < longestFirst.size(); place++) {
      if (lanes > 1 && place % lanes == lanes - 1) {
        back.push(longestFirst.get(place));
      } else {
        dealt.add(longestFirst.get(place));
      }
    }
    dealt.addAll(back);
    return dealt;
  }

  /** Before all that are named, if it is not. It is asked for often: with each scenario. */
  private int place(TestDescriptor feature) {
    String id = feature.getUniqueId().getLastSegment().getValue();
    int directory = id.lastIndexOf('/', id.lastIndexOf('/') - 1);
    return places.getOrDefault(id.substring(directory + 1), -1);
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
