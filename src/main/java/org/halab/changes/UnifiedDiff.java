package org.halab.changes;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one text has otherwise than another, as {@code diff -u} writes it.
 *
 * @param lines none where both are the same
 */
public record UnifiedDiff(List<Line> lines) {
  private static final int CONTEXT = 3;

  /** What a line of a diff is. */
  public enum Kind {
    FILE,
    HUNK,
    ADDED,
    REMOVED,
    SAME
  }

  /**
   * @param text with the sign that it begins with
   */
  public record Line(Kind kind, String text) {}

  public UnifiedDiff {
    lines = List.copyOf(lines);
  }

  /**
   * @param from the name of the first text, {@code to} of the second
   */
  public static UnifiedDiff of(String from, List<String> before, String to, List<String> after) {
    return of(from, before, to, after, CONTEXT);
  }

  /**
   * @param context how many lines around a change are told
   */
  public static UnifiedDiff of(
      String from, List<String> before, String to, List<String> after, int context) {
    List<String> told =
        UnifiedDiffUtils.generateUnifiedDiff(
            from, to, before, DiffUtils.diff(before, after), context);
    List<Line> lines = new ArrayList<>();
    for (String line : told) {
      // The two names come first; a removed line may begin like one of them.
      lines.add(new Line(lines.size() < 2 ? Kind.FILE : kind(line), line));
    }
    return new UnifiedDiff(lines);
  }

  private static Kind kind(String line) {
    if (line.startsWith("@@")) {
      return Kind.HUNK;
    }
    if (line.startsWith("+")) {
      return Kind.ADDED;
    }
    return line.startsWith("-") ? Kind.REMOVED : Kind.SAME;
  }

  @Override
  public String toString() {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
  }
}
