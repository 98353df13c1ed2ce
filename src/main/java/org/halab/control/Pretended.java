package org.halab.control;

/** A fault that is announced and not inflicted: what looks at its effect must find none. */
public final class Pretended implements Breakage {
  private final Breakage real;

  public Pretended(Breakage real) {
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
