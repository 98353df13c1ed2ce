package org.halab.question;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much of an image a build took over: what the build says of its steps, and what the images say
 * by their layers. Both must agree before a layer counts as reused.
 *
 * @param before the layers of the image before the build, from the bottom up
 * @param after the layers of the image after it
 * @param steps of the build, without FROM
 */
public record LayerReuse(List<String> before, List<String> after, List<BuildStep> steps) {
  /**
   * In words, of a build with nothing edited.
   *
   * @throws IllegalStateException if the build had no step
   */
  String ofAll() {
    if (steps.isEmpty()) {
      throw new IllegalStateException("The build's output names no step of the nodes' image");
    }
    long cached = steps.stream().filter(BuildStep::cached).count();
    boolean same = before.equals(after);
    if (cached == steps.size() && same) {
      return "all reused";
    }
    return "%d of %d reused, %s"
        .formatted(cached, steps.size(), same ? "the rest with the same content" : "new content");
  }

  /**
   * In words, of a build after an edit.
   *
   * @param edited what the first instruction looks like that the edit changed
   * @throws IllegalStateException if the build had no such step
   */
  String upTo(Pattern edited) {
    BuildStep first =
        first(edited)
            .orElseThrow(
                () -> new IllegalStateException("No step of the build matches '" + edited + "'"));
    List<BuildStep> stage =
        steps.stream().filter(step -> step.stage().equals(first.stage())).toList();
    List<BuildStep> kept = stage.subList(0, stage.indexOf(first));
    int base = after.size() - stage.size();
    long reused =
        Math.min(kept.stream().takeWhile(BuildStep::cached).count(), Math.max(0, same() - base));
    return !kept.isEmpty() && reused == kept.size()
        ? "reused up to the edit"
        : "%d of %d before the edit reused".formatted(reused, kept.size());
  }

  /** The first instruction that an edit changed, by what it looks like. */
  Optional<BuildStep> first(Pattern edited) {
    return steps.stream().filter(step -> edited.matcher(step.instruction()).find()).findFirst();
  }

  /** How many layers at the bottom are the same. */
  public int same() {
    int same = 0;
    while (same < Math.min(before.size(), after.size())
        && before.get(same).equals(after.get(same))) {
      same++;
    }
    return same;
  }
}
