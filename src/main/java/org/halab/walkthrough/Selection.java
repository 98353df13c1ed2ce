package org.halab.walkthrough;

import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.halab.selection.Edition;
import org.halab.selection.Tags;

/** Which scenarios to walk through: what {@code -Dlab.walk} says, as Cucumber's arguments. */
final class Selection {
  private static final String GUIDE = "guide";
  private static final String FEATURES = "features";
  private static final Pattern TOKEN = Pattern.compile("[()]|[&|!]+|[^\\s()&|!]+");

  private static final Pattern TAG = Pattern.compile("(?<=@)[^\\s()]+");

  private Selection() {}

  /**
   * @param asked a tag expression as for {@code -Dgroups} ({@code part-2}, {@code task-A1 | G1.4}),
   *     or features, divided by commas, each with a line if one scenario is meant; empty or {@code
   *     true} for the guide
   * @param edition whose features they are, where none are named
   * @throws LabException if it is neither
   */
  static List<String> arguments(String asked, Edition edition) {
    String selection = asked == null || asked.isBlank() || asked.equals("true") ? GUIDE : asked;
    if (selection.strip().equals(FEATURES)) {
      return edition.directories();
    }
    if (selection.contains(".feature") || selection.startsWith(FEATURES)) {
      return List.of(selection.strip().split("\\s*,\\s*"));
    }
    String tags = tags(selection);
    try {
      TagExpressionParser.parse(tags);
    } catch (RuntimeException e) {
      throw new LabException(Message.of("walkthrough.noSelection").with("asked", asked), e);
    }
    Tags.ofFeatures()
        .requireKnown(
            "-Dlab.walk=" + asked, TAG.matcher(tags).results().map(MatchResult::group).toList());
    List<String> arguments = new ArrayList<>(List.of("--tags", tags));
    arguments.addAll(edition.directories());
    return arguments;
  }

  /** From the words of {@code -Dgroups} to Cucumber's own. */
  private static String tags(String expression) {
    List<String> words = new ArrayList<>();
    Matcher token = TOKEN.matcher(expression);
    while (token.find()) {
      words.add(
          switch (token.group()) {
            case "(", ")", "and", "or", "not" -> token.group();
            case "&", "&&" -> "and";
            case "|", "||" -> "or";
            case "!" -> "not";
            default -> token.group().startsWith("@") ? token.group() : "@" + token.group();
          });
    }
    return String.join(" ", words);
  }
}
