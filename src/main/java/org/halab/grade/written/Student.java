package org.halab.grade.written;

import java.util.Optional;

/**
 * One of a class.
 *
 * @param name as the directory or the list has it: a stranger's text
 * @param results what was found before the examination ended, whichever way; empty if nothing was
 */
public record Student(String name, State state, Optional<Results> results) {
  /** How the examination of a project ended. */
  public enum State {
    EXAMINED,
    /** It broke off, by no fault that was found in the project. */
    FAILED,
    TIMED_OUT
  }

  public static Student examined(String name, Results results) {
    return new Student(name, State.EXAMINED, Optional.of(results));
  }
}
