package org.halab.domain;

/** Something outside the lab is missing or wrong. The message says what, why and what to do. */
public final class LabException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public LabException(String message) {
    super(message);
  }

  public LabException(String message, Throwable cause) {
    super(message, cause);
  }
}
