package org.halab.selection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.launcher.TagFilter;

/**
 * The tags that the features bear.
 *
 * @param names without their {@code @}
 */
public record Tags(Set<String> names) {
  private static final Path FEATURES = Path.of("features");
  private static final Pattern TAG = Pattern.compile("(?<=@)\\S+");

  /** A name in a tag expression; {@code any()} and {@code none()} are none. */
  private static final Pattern NAME = Pattern.compile("[^\\s()&|!,]+(?!\\(\\)|[^\\s()&|!,])");

  /** Those of all features, whatever their language. */
  public static Tags ofFeatures() {
    try (Stream<Path> all = Files.walk(FEATURES)) {
      return new Tags(
          all.filter(file -> file.toString().endsWith(".feature"))
              .flatMap(Tags::lines)
              .filter(line -> line.strip().startsWith("@"))
              .flatMap(line -> TAG.matcher(line).results().map(MatchResult::group))
              .collect(Collectors.toCollection(TreeSet::new)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path feature) {
    try {
      return Files.readAllLines(feature).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param groups as {@code -Dgroups} has it: a tag expression, or several, divided by commas
   * @throws LabException if it is none, or names a tag that no scenario has
   */
  public void require(String groups) {
    for (String expression : groups.isBlank() ? new String[0] : groups.split(",")) {
      try {
        TagFilter.includeTags(expression.strip());
      } catch (JUnitException e) {
        throw new LabException(Message.of("selection.noExpression").with("groups", groups), e);
      }
    }
    requireKnown(
        "-Dgroups='%s'".formatted(groups),
        NAME.matcher(groups).results().map(MatchResult::group).toList());
  }

  /**
   * @param given where they were named, for the message
   * @throws LabException if no scenario has one of these tags
   */
  public void requireKnown(String given, List<String> tags) {
    for (String tag : tags) {
      if (!names.contains(tag)) {
        throw new LabException(
            Message.of("selection.noTag")
                .with("given", given)
                .with("tag", tag)
                .with("tags", names));
      }
    }
  }
}
