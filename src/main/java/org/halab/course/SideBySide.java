package org.halab.course;

/**
 * How a class shares the machine.
 *
 * @param projects how many are examined at once
 * @param clusters of each of them
 */
record SideBySide(int projects, int clusters) {
  /** As many features as an examination has; more would be of no use to one project. */
  private static final int MOST_OF_ONE = 2;

  /**
   * @param clusters of all projects together
   */
  static SideBySide of(int clusters) {
    int ofOne = Math.min(MOST_OF_ONE, clusters);
    return new SideBySide(Math.max(1, clusters / ofOne), ofOne);
  }
}
