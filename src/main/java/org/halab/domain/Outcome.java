package org.halab.domain;

/** What a client knows of an operation after it ended. */
public enum Outcome {
  /** The database said yes. */
  ACKNOWLEDGED,
  /** It surely had no effect: refused, or never sent. */
  REJECTED,
  /** It was sent, and the answer did not come, or came with a doubt. */
  UNKNOWN
}
