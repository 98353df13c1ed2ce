package org.halab.examination;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.finding.Finding;
import org.halab.reading.ProjectText;

/** What stands in the lines that findings name. */
final class QuotedLines {
  private static final Pattern PLACE = Pattern.compile("(.+):(\\d{1,6})");

  private QuotedLines() {}

  /**
   * By their places; what is no line of a file of the project is left out.
   *
   * @param directory of the project
   */
  static Map<String, String> of(Path directory, List<Finding> findings) {
    Map<String, String> lines = new TreeMap<>();
    findings.stream()
        .flatMap(finding -> finding.places().stream())
        .forEach(place -> line(directory, place).ifPresent(line -> lines.put(place, line)));
    return lines;
  }

  private static Optional<String> line(Path directory, String place) {
    Matcher matcher = PLACE.matcher(place);
    try {
      return matcher.matches()
          ? ProjectText.of(directory, directory.resolve(matcher.group(1)))
              .map(ProjectText::lines)
              .filter(lines -> lines.size() >= Integer.parseInt(matcher.group(2)))
              .map(lines -> lines.get(Math.max(1, Integer.parseInt(matcher.group(2))) - 1).strip())
              .filter(line -> !line.isEmpty())
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
