package org.halab.matrix;

/**
 * What came of a scenario on the files with a wrong setting.
 *
 * @param place of the scenario, as {@code features/a.feature:8}
 * @param step that was red; empty if none was
 * @param message of the failure, or why there is none
 * @param seconds from the beginning of the scenario, its cluster's start included, until it was red
 *     or over
 */
public record Tried(
    String place, String scenario, End end, String step, String message, double seconds) {
  /** How a scenario can end. */
  public enum End {
    /** Nobody would notice anything. */
    GREEN,
    RED,
    /** A step said that it cannot be tried here. */
    SKIPPED,
    /** The lab refuses the files, or does not understand them, and says so. */
    NOT_STARTED,
    /** The process ended without a result, or took too long. */
    BROKE_OFF
  }

  boolean red() {
    return end == End.RED || end == End.NOT_STARTED;
  }
}
