package org.halab.fault;

import org.halab.message.Message;

/** One way to break something, and to tell whether it is broken. What follows is not its matter. */
public interface FaultAction {
  /** What was done, as a sentence: "pg-master was stopped". */
  Message done();

  void inflict();

  /** Whether it is broken in this way now. */
  boolean inEffect();

  /** Undoes it, as far as that is ours to do. */
  void heal();

  /** Whether it is whole again. */
  default boolean healed() {
    return !inEffect();
  }
}
