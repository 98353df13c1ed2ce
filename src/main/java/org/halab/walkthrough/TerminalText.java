package org.halab.walkthrough;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Sets text for a terminal: wrapped, indented, cut. */
final class TerminalText {
  private TerminalText() {}

  /** Paragraphs as one block of lines no longer than the width, each behind the margin. */
  static String wrapped(String text, String margin, int width) {
    return text.lines()
        .flatMap(line -> lines(line, width - margin.length()).stream())
        .map(line -> (margin + line).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  /** A text whose own line breaks mean nothing, as one paragraph. */
  static String flowing(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** The lines as they are, each behind the margin; of too many, the first ones. */
  static String excerpt(String text, String margin, int most) {
    List<String> all = text.stripTrailing().lines().toList();
    int shown = all.size() <= most + 1 ? all.size() : most;
    String lines =
        all.stream()
            .limit(shown)
            .map(line -> (margin + line).stripTrailing())
            .collect(Collectors.joining("\n"));
    return shown == all.size()
        ? lines
        : lines + "\n" + margin + "… and " + (all.size() - shown) + " more lines";
  }

  private static List<String> lines(String line, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String word : line.strip().split("\\s+")) {
      if (current.length() > 0 && current.length() + 1 + word.length() > width) {
        lines.add(current.toString());
        current.setLength(0);
      }
      current.append(current.length() > 0 ? " " : "").append(word);
    }
    lines.add(current.toString());
    return lines;
  }
}
