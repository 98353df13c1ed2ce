package org.halab.selection;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.scenario.Lab;
import org.halab.stack.Dcs;
import org.halab.stack.Proxy;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves out the scenarios about a part that the chosen stack does not have: one with the tag
 * {@code @zookeeper} is about ZooKeeper's own log or settings, and so on.
 */
public final class StackSelection implements PostDiscoveryFilter {
  private final Set<String> absent = absentParts();

  @Override
  public FilterResult apply(TestDescriptor test) {
    return FilterResult.includedIf(
        test.getTags().stream().map(TestTag::getName).noneMatch(absent::contains));
  }

  private static Set<String> absentParts() {
    try {
      Set<String> chosen = Set.of(tag(Lab.chosen().dcs()), tag(Lab.chosen().proxy()));
      return Stream.concat(Stream.of(Dcs.values()), Stream.of(Proxy.values()))
          .map(StackSelection::tag)
          .filter(part -> !chosen.contains(part))
          .collect(Collectors.toSet());
    } catch (LabException e) {
      // There is no such stack; the suite says so when it begins.
      return Set.of();
    }
  }

  private static String tag(Object part) {
    return part.toString().toLowerCase(Locale.ROOT);
  }
}
