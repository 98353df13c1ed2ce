package org.halab.report.written;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.halab.domain.LogLine;

/**
 * The lines of a log that matter, marked, with the lines around them. Those that are not in what
 * was kept of the log come first, and {@link Citations} tells of them.
 */
final class Excerpt {
  private static final int AROUND = 2;
  private static final int MOST_MARKED = 6;

  /**
   * @param number of the line in the full log; 0 if it is not in what was kept of it
   * @param skipped lines of the full log that are left out before this one
   */
  record Line(int number, LogLine line, boolean marked, int skipped) {}

  private Excerpt() {}

  /**
   * @param marked the lines that matter; of very many only the first and the last are shown
   * @param log the whole log, or nothing
   */
  static List<Line> of(List<LogLine> marked, List<LogLine> log) {
    List<LogLine> some = some(marked);
    Set<LogLine> matter = new HashSet<>(some);
    Set<LogLine> kept = new HashSet<>(log);
    List<Line> lines = new ArrayList<>();
    some.stream()
        .filter(line -> !kept.contains(line))
        .forEach(line -> lines.add(new Line(0, line, true, 0)));
    int shown = 0;
    for (int i = 0; i < log.size(); i++) {
      if (near(i, log, matter)) {
        if (i - shown == 1) {
          lines.add(new Line(i, log.get(i - 1), false, 0));
          shown = i;
        }
        lines.add(new Line(i + 1, log.get(i), matter.contains(log.get(i)), i - shown));
        shown = i + 1;
      }
    }
    return lines;
  }

  /** Lines as they are, each with the number that it has in the full log. */
  static List<Line> whole(List<LogLine> lines, List<LogLine> log) {
    Map<LogLine, Integer> numbers = new HashMap<>();
    for (int i = 0; i < log.size(); i++) {
      numbers.putIfAbsent(log.get(i), i + 1);
    }
    return lines.stream()
        .map(line -> new Line(numbers.getOrDefault(line, 0), line, false, 0))
        .toList();
  }

  /** Lines as they are, none of them marked. */
  static List<Line> plain(List<LogLine> lines, int from) {
    List<Line> result = new ArrayList<>();
    for (int i = from; i < lines.size(); i++) {
      result.add(new Line(i + 1, lines.get(i), false, i == from ? from : 0));
    }
    return result;
  }

  private static boolean near(int index, List<LogLine> log, Set<LogLine> matter) {
    int last = Math.min(log.size() - 1, index + AROUND);
    for (int i = Math.max(0, index - AROUND); i <= last; i++) {
      if (matter.contains(log.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static List<LogLine> some(List<LogLine> marked) {
    if (marked.size() <= MOST_MARKED) {
      return marked;
    }
    List<LogLine> some = new ArrayList<>(marked.subList(0, MOST_MARKED / 2));
    some.addAll(marked.subList(marked.size() - MOST_MARKED / 2, marked.size()));
    return some;
  }
}
