package org.halab.fault;

import org.halab.engine.ContainerLimits;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;

/**
 * A node has almost nothing of the processor, as under a limit that is too low or beside a greedy
 * neighbour: all goes on, fifty times as slowly.
 */
public final class ProcessorStarved implements FaultAction {
  public static final NamedFault LEADER =
      NamedFault.of(
          "the leader is starved of the processor", site -> new ProcessorStarved(site.leader()));

  private static final int PERCENT = 2;

  private final ServiceContainer node;
  private final ContainerLimits limits;
  private long heldBefore;

  public ProcessorStarved(ServiceContainer node) {
    this.node = node;
    this.limits = node.limits();
  }

  @Override
  public Message done() {
    return Message.of("fault.starved").with("node", node.service()).with("percent", PERCENT);
  }

  @Override
  public void inflict() {
    heldBefore = limits.timesHeld();
    limits.processor(PERCENT);
  }

  /** The kernel's own count tells that its processes do wait. */
  @Override
  public boolean inEffect() {
    return limits.processorLimited() && limits.timesHeld() > heldBefore;
  }

  @Override
  public void heal() {
    limits.processorFree();
  }

  @Override
  public boolean healed() {
    return !limits.processorLimited();
  }
}
