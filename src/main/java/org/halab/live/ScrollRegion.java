package org.halab.live;

import java.util.List;

/**
 * An area of lines at the bottom of a terminal that keeps its place while other programs print
 * above it: the terminal is told to scroll only the rows above. As control sequences of ECMA-48 and
 * DEC (DECSC, DECRC, DECSTBM), which every terminal of the xterm kind has; each text is to be
 * written at once, so that nothing of others gets in between.
 */
final class ScrollRegion {
  private static final String SAVE_CURSOR = "\0337";
  private static final String RESTORE_CURSOR = "\0338";
  private static final String CLEAR_LINE = "\033[2K";
  private static final String CLEAR_BELOW = "\033[J";
  private static final String WHOLE_SCREEN = "\033[r";
  private static final String DIM = "\033[2m";
  private static final String PLAIN = "\033[0m";

  private final int rows;
  private final int height;

  /** No area yet. */
  static ScrollRegion none(int rows) {
    return new ScrollRegion(rows, 0);
  }

  private ScrollRegion(int rows, int height) {
    this.rows = rows;
    this.height = height;
  }

  int rows() {
    return rows;
  }

  int height() {
    return height;
  }

  ScrollRegion higher(int newHeight) {
    return new ScrollRegion(rows, newHeight);
  }

  /** Makes room at the bottom for what this area has more than the one before. */
  String take(ScrollRegion before) {
    int more = height - before.height;
    return SAVE_CURSOR
        + to(before.rows - before.height)
        + "\n".repeat(more)
        + RESTORE_CURSOR
        + "\033["
        + more
        + "A"
        + SAVE_CURSOR
        + "\033[1;"
        + (rows - height)
        + "r"
        + RESTORE_CURSOR;
  }

  /** Writes the area anew; lines that are missing are empty. */
  String draw(List<String> lines) {
    StringBuilder text = new StringBuilder(SAVE_CURSOR).append(DIM);
    for (int i = 0; i < height; i++) {
      text.append(to(rows - height + 1 + i))
          .append(CLEAR_LINE)
          .append(i < lines.size() ? lines.get(i) : "");
    }
    return text.append(PLAIN).append(RESTORE_CURSOR).toString();
  }

  /** Empties the area and gives its rows back. */
  String release() {
    return height == 0 ? "" : draw(List.of()) + SAVE_CURSOR + WHOLE_SCREEN + RESTORE_CURSOR;
  }

  /** Gives all rows back where their number changed: the area is somewhere below the cursor. */
  String forgotten() {
    return SAVE_CURSOR + WHOLE_SCREEN + RESTORE_CURSOR + CLEAR_BELOW;
  }

  private static String to(int row) {
    return "\033[" + row + ";1H";
  }
}
