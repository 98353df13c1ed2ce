package org.halab.domain;

import org.halab.message.Message;

/** Something outside the lab is missing or wrong. The message says what, why and what to do. */
public class LabException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** In the language of the run. */
  public LabException(Message message) {
    super(message.toString());
  }

  public LabException(Message message, Throwable cause) {
    super(message.toString(), cause);
  }
}
