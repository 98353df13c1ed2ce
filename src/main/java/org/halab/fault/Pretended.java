package org.halab.fault;

/** A fault that is announced and not inflicted: what looks at its effect must find none. */
public final class Pretended implements FaultAction {
  private final FaultAction real;

  public Pretended(FaultAction real) {
    this.real = real;
  }

  @Override
  public String done() {
    return real.done() + " (only pretended)";
  }

  @Override
  public void inflict() {
    // that is the point
  }

  @Override
  public boolean inEffect() {
    return real.inEffect();
  }

  @Override
  public void heal() {
    // nothing was broken
  }
}
