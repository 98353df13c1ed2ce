package org.halab.fault;

import org.halab.message.Message;

/** A fault that is announced and not inflicted: what looks at its effect must find none. */
public final class Pretended implements FaultAction {
  private final FaultAction real;

  public Pretended(FaultAction real) {
    this.real = real;
  }

  @Override
  public Message done() {
    return Message.of("fault.pretended").with("done", real.done());
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
