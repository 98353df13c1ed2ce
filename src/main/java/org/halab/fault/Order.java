package org.halab.fault;

import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/** Something that Patroni is told to do, and brings to its end itself: there is nothing to heal. */
interface Order extends FaultAction {
  @Override
  default Deadline inEffectWithin(Deadlines deadlines) {
    return deadlines.orderCarriedOut();
  }

  @Override
  default boolean lasts() {
    return false;
  }

  @Override
  default void heal() {
    // Patroni brings it to its end
  }

  @Override
  default boolean healed() {
    return true;
  }
}
