package org.halab.course;

/**
 * How a class shares the machine: a project with one cluster mostly waits, and one with two is done
 * sooner and leaves the second unused for most of the time.
 *
 * @param projects how many are examined at once
 * @param clusters of each of them
 */
record SideBySide(int projects, int clusters) {
  /** As many features as an examination has; more would be of no use to one project. */
  private static final int MOST_OF_ONE = 2;

  /**
   * @param clusters of all projects together
   * @param students how many projects there are to be examined
   */
  static SideBySide of(int clusters, int students) {
    return clusters > students
        ? new SideBySide(students, Math.min(MOST_OF_ONE, clusters / students))
        : new SideBySide(clusters, 1);
  }
}
