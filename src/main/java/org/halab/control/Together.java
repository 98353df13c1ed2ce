package org.halab.control;

import java.util.Collection;
import java.util.List;

/** Several things broken at once, and healed at once. */
public final class Together implements Breakage {
  private final String done;
  private final List<Breakage> parts;

  /**
   * @param done what was done to all of them, as a sentence
   */
  public Together(String done, Collection<? extends Breakage> parts) {
    this.done = done;
    this.parts = List.copyOf(parts);
  }

  /** The same done to each part; the only one's own words, if there is one alone. */
  public static Breakage all(String done, List<Breakage> parts) {
    return parts.size() == 1 ? parts.get(0) : new Together(done, parts);
  }

  @Override
  public String done() {
    return done;
  }

  @Override
  public void inflict() {
    AtOnce.forEach(parts, Breakage::inflict);
  }

  @Override
  public boolean inEffect() {
    return parts.stream().allMatch(Breakage::inEffect);
  }

  @Override
  public void heal() {
    AtOnce.forEach(parts, Breakage::heal);
  }

  @Override
  public boolean healed() {
    return parts.stream().allMatch(Breakage::healed);
  }
}
