package org.halab.fault;

import java.util.Collection;
import java.util.List;
import org.halab.message.Message;
import org.halab.timing.InParallel;

/** Several things broken at once, and healed at once. */
public final class Together implements FaultAction {
  private final Message done;
  private final List<FaultAction> parts;

  /**
   * @param done what was done to all of them, as a sentence
   */
  public Together(Message done, Collection<? extends FaultAction> parts) {
    this.done = done;
    this.parts = List.copyOf(parts);
  }

  /** The same done to each part; the only one's own words, if there is one alone. */
  public static FaultAction all(Message done, List<FaultAction> parts) {
    return parts.size() == 1 ? parts.get(0) : new Together(done, parts);
  }

  @Override
  public Message done() {
    return done;
  }

  @Override
  public void inflict() {
    InParallel.forEach(parts, FaultAction::inflict);
  }

  @Override
  public boolean inEffect() {
    return parts.stream().allMatch(FaultAction::inEffect);
  }

  @Override
  public void heal() {
    InParallel.forEach(parts, FaultAction::heal);
  }

  @Override
  public boolean healed() {
    return parts.stream().allMatch(FaultAction::healed);
  }
}
