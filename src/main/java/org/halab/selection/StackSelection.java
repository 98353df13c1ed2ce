package org.halab.selection;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.scenario.Lab;
import org.halab.stack.Dcs;
import org.halab.stack.Proxy;
import org.halab.stack.Stack;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves out the scenarios about a part that the chosen stack does not have: one with the tag
 * {@code @zookeeper} is about ZooKeeper's own log or settings, and so on.
 */
public final class StackSelection implements PostDiscoveryFilter {
  private static final Set<String> PARTS =
      Stream.concat(Stream.of(Dcs.values()), Stream.of(Proxy.values()))
          .map(StackSelection::tag)
          .collect(Collectors.toSet());

  private Set<String> absent;

  @Override
  public FilterResult apply(TestDescriptor test) {
    List<String> parts =
        test.getTags().stream().map(TestTag::getName).filter(PARTS::contains).toList();
    return FilterResult.includedIf(parts.stream().noneMatch(absent(parts)::contains));
  }

  /** The files are read when a scenario first asks for a part; most selections never do. */
  private synchronized Set<String> absent(List<String> asked) {
    if (asked.isEmpty()) {
      return Set.of();
    }
    if (absent == null) {
      absent = absentParts();
    }
    return absent;
  }

  private static Set<String> absentParts() {
    try {
      Stack chosen = Lab.chosen();
      Set<String> present = Set.of(tag(chosen.dcs()), tag(chosen.entrypoint()));
      return PARTS.stream().filter(part -> !present.contains(part)).collect(Collectors.toSet());
    } catch (LabException e) {
      // There is no such stack; the suite says so when it begins.
      return Set.of();
    }
  }

  private static String tag(Object part) {
    return part.toString().toLowerCase(Locale.ROOT);
  }
}
