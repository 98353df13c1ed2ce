package org.halab.fault;

import java.util.Optional;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/** One way to break something, and to tell whether it is broken. What follows is not its matter. */
public interface FaultAction {
  /** What was done, as a sentence: "pg-master was stopped". */
  Message done();

  void inflict();

  /** Whether it is broken in this way now. */
  boolean inEffect();

  /** What this machine has not and this fault needs; the scenario is left out then. */
  default Optional<Message> lacking() {
    return Optional.empty();
  }

  /** From the order that breaks it until it is in effect. */
  default Deadline inEffectWithin(Deadlines deadlines) {
    return deadlines.engineActs();
  }

  /** Whether it lasts until it is healed, rather than coming to an end of its own. */
  default boolean lasts() {
    return true;
  }

  /** Undoes it, as far as that is ours to do. */
  void heal();

  /** From the order that heals it until it is whole again. */
  default Deadline healedWithin(Deadlines deadlines) {
    return deadlines.engineActs();
  }

  /** Whether it is whole again. */
  default boolean healed() {
    return !inEffect();
  }
}
