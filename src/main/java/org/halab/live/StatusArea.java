package org.halab.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The lines of all features under way, and the part of the screen they have. */
final class StatusArea {
  /** An area that came and went with each feature would make the screen jump. */
  private ScrollRegion region;

  /** What to write to the terminal so that it shows these. */
  String shown(List<Glimpse> glimpses, TerminalSize size, Instant now) {
    StringBuilder text = new StringBuilder();
    if (region == null || region.rows() != size.rows()) {
      // A terminal of another size has moved its lines; what was the area scrolls away.
      text.append(region == null ? "" : region.forgotten());
      region = ScrollRegion.none(size.rows());
    }
    List<String> lines = lines(glimpses, size, now);
    if (lines.size() > region.height()) {
      ScrollRegion higher = region.higher(lines.size());
      text.append(higher.take(region));
      region = higher;
    }
    return text.append(region.draw(lines)).toString();
  }

  String released() {
    return region == null ? "" : region.release();
  }

  /** Two lines for each feature; one where they would take more than half of the screen. */
  static List<String> lines(List<Glimpse> glimpses, TerminalSize size, Instant now) {
    int most = size.rows() / 2;
    boolean roomy = glimpses.size() * 2 <= most;
    List<String> lines = new ArrayList<>();
    for (Glimpse one : glimpses) {
      String doing = one.step().isEmpty() ? "" : one.step() + " · " + one.progress(now);
      if (roomy) {
        lines.add("▸ " + one.place());
        lines.add("  " + doing);
      } else {
        lines.add("▸ " + one.scenario() + " · " + (doing.isEmpty() ? "" : one.progress(now)));
      }
    }
    return lines.stream().limit(most).map(line -> cut(line, size.columns())).toList();
  }

  /** The last column stays free: some terminals begin a new line when it is written. */
  private static String cut(String line, int columns) {
    return line.length() < columns ? line : line.substring(0, Math.max(0, columns - 2)) + "…";
  }
}
