package org.halab.report.chart;

import java.awt.Color;
import java.util.Map;

/**
 * The charts' colours: those of Okabe and Ito, which colour-blind people tell apart, chosen so that
 * they differ in lightness too. No meaning hangs on a colour alone: every bar has its word, every
 * outcome its shape.
 */
final class Palette {
  static final Color INK = new Color(0x1f2429);
  static final Color MUTED = new Color(0x5d6770);
  static final Color GRID = new Color(0xdfe3e8);
  static final Color PAPER = new Color(0xfdfefd);

  /** Works: a leader, a server that is UP, acknowledged writes. */
  static final Color WORKS = new Color(0x0072b2);

  /** Could take over: a synchronous standby. */
  static final Color READY = new Color(0x56b4e9);

  /** Is there: a replica, a running container. */
  static final Color THERE = new Color(0xcfd6dc);

  static final Color FAULT = new Color(0xd55e00);

  /** Nobody was told the outcome. */
  static final Color UNKNOWN = new Color(0x8f3a84);

  static final Color HEAL = new Color(0x009e73);

  /** On a bar that is filled with {@link #WORKS}. */
  static final Color ON_WORKS = new Color(0xfeffff);

  /** On a bar that is filled with {@link #READY}. */
  static final Color ON_READY = new Color(0x10161c);

  private static final Map<Color, String> VARIABLES =
      Map.of(
          INK, "--ink",
          MUTED, "--muted",
          GRID, "--line",
          PAPER, "--paper",
          WORKS, "--works",
          THERE, "--there",
          FAULT, "--bad",
          UNKNOWN, "--maybe",
          HEAL, "--good");

  private Palette() {}

  /** The drawing with the page's own colours where it stands in a page that has them. */
  static String themed(String svg) {
    String result = svg;
    for (Map.Entry<Color, String> entry : VARIABLES.entrySet()) {
      String rgb = rgb(entry.getKey());
      result = result.replace("\"" + rgb + "\"", "\"var(" + entry.getValue() + ", " + rgb + ")\"");
    }
    return result;
  }

  private static String rgb(Color color) {
    return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
  }
}
