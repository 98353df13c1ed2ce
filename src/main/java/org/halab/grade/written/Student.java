package org.halab.grade.written;

import java.util.Optional;

/**
 * One of a class.
 *
 * @param name as the directory or the list has it: a stranger's text
 * @param results what was found before the examination ended, whichever way; empty if nothing was
 * @param said why there is no whole examination, maybe in a stranger's words; empty if there is one
 * @param report where the project's own report is, from where the table is; empty if there is none
 */
public record Student(
    String name, State state, Optional<Results> results, String said, Optional<String> report) {
  /** How the examination of a project ended. */
  public enum State {
    /** It has not begun. */
    AWAITED,
    EXAMINED,
    /** Its files cannot be read, or ask for what is not given to a stranger. */
    REFUSED,
    /** It broke off, by no fault that was found in the project. */
    FAILED,
    TIMED_OUT
  }

  public static Student examined(String name, Results results) {
    return new Student(name, State.EXAMINED, Optional.of(results), "", Optional.empty());
  }

  /** One of whom nothing is known, and why. */
  public static Student without(String name, State state, String said) {
    return new Student(name, state, Optional.empty(), said, Optional.empty());
  }

  /** The same with other points, or with some where there were none. */
  public Student with(Optional<Results> other) {
    return new Student(name, state, other, said, report);
  }

  /** The same with a report of its own. */
  public Student reportedAt(String place) {
    return new Student(name, state, results, said, Optional.of(place));
  }
}
