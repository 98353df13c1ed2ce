package org.halab.timing;

/** What clients wait for after a fault, one after the other, as far as it can be told apart. */
public enum Stage {
  /** From the fault to the first write that fails: until then clients are served. */
  NOTICED,
  /** From the fault until nobody holds the leader key in the session that held it. */
  KEY_FREE,
  /** From then until another node takes a write that is sent to it alone. */
  LEADS,
  /** From then until the entrypoint leads there. */
  LED_THERE,
  /** From then to the first write that succeeds. */
  SERVED,
  /** From then to the end of the last write that failed. */
  LAST_FAILED,
  /**
   * All of it: from the fault, or from its healing where nothing is mended before, to the first
   * write that succeeds; where no write failed, the longest time between two that succeeded.
   */
  WRITES_AGAIN
}
