package org.halab.timing;

/** A deadline passed. The message says what was expected, what was last seen, and for how long. */
public final class NotInTime extends AssertionError {
  private static final long serialVersionUID = 1L;

  NotInTime(String message, Throwable cause) {
    super(message, cause);
  }
}
