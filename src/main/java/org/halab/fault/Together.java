package org.halab.fault;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;
import org.halab.timing.InParallel;

/** Several things broken at once, and healed at once. */
public final class Together implements FaultAction {
  private final Message done;
  private final List<FaultAction> parts;

  private Together(Message done, List<FaultAction> parts) {
    this.done = done;
    this.parts = List.copyOf(parts);
  }

  /**
   * The same done to each of several containers.
   *
   * @param done what was done to all of them, as a sentence; of one alone its own words are said
   */
  static FaultAction each(
      Message done,
      List<ServiceContainer> containers,
      Function<ServiceContainer, FaultAction> one) {
    List<FaultAction> parts = containers.stream().map(one).toList();
    return parts.size() == 1 ? parts.get(0) : new Together(done, parts);
  }

  /** Two different things broken. */
  static FaultAction both(FaultAction one, FaultAction other) {
    return new Together(Message.and(List.of(one.done(), other.done())), List.of(one, other));
  }

  /** The same done to every member of the DCS. */
  static FaultAction wholeDcs(
      Site site, Message done, Function<ServiceContainer, FaultAction> one) {
    return each(done, site.dcsMembers(), one);
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
  public Deadline inEffectWithin(Deadlines deadlines) {
    return longest(one -> one.inEffectWithin(deadlines));
  }

  @Override
  public Deadline healedWithin(Deadlines deadlines) {
    return longest(one -> one.healedWithin(deadlines));
  }

  private Deadline longest(Function<FaultAction, Deadline> ofPart) {
    return parts.stream().map(ofPart).max(Comparator.comparing(Deadline::limit)).orElseThrow();
  }

  @Override
  public boolean healed() {
    return parts.stream().allMatch(FaultAction::healed);
  }
}
