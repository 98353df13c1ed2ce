package org.halab.question;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instruction of a Dockerfile that makes a layer, as the build came by it.
 *
 * @param stage of the Dockerfile; empty if it has but one
 * @param number from the top of its stage, FROM being 1
 * @param cached whether the build took the layer from its cache instead of making it
 */
public record BuildStep(String stage, int number, String instruction, boolean cached) {
  /** For example: {@code #9 [pg-slave 2/6] RUN set -eux; apt-get update}. */
  private static final Pattern HEADING =
      Pattern.compile("(?m)^#(\\d+) \\[(\\S+) (?:(.+) )?(\\d+)/\\d+] (.*)$");

  private static final Pattern CACHED = Pattern.compile("(?m)^#(\\d+) CACHED$");

  /**
   * The steps of the image that these services share, without FROM, which makes nothing. The build
   * prints a step that several services have in common under the name of any one of them.
   *
   * @param output of a build with plain progress
   */
  static List<BuildStep> of(Collection<String> services, String output) {
    Set<String> cached = new HashSet<>();
    for (Matcher line = CACHED.matcher(output); line.find(); ) {
      cached.add(line.group(1));
    }
    Map<String, BuildStep> steps = new TreeMap<>();
    for (Matcher line = HEADING.matcher(output); line.find(); ) {
      if (services.contains(line.group(2)) && !line.group(5).startsWith("FROM ")) {
        String stage = line.group(3) == null ? "" : line.group(3);
        steps.merge(
            stage + "/" + line.group(4),
            new BuildStep(
                stage,
                Integer.parseInt(line.group(4)),
                line.group(5),
                cached.contains(line.group(1))),
            BuildStep::together);
      }
    }
    return steps.values().stream()
        .sorted(Comparator.comparing(BuildStep::stage).thenComparing(BuildStep::number))
        .toList();
  }

  /** Made for one service is made, though another then finds it in the cache. */
  private BuildStep together(BuildStep other) {
    return new BuildStep(stage, number, instruction, cached && other.cached);
  }
}
