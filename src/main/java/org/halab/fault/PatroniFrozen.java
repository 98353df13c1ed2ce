package org.halab.fault;

import org.halab.engine.ServiceContainer;
import org.halab.fault.NodeProcesses.Process;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.Calibrations;

/** Patroni stands still on a node, while its PostgreSQL works on as if nothing were. */
public final class PatroniFrozen implements FaultAction {
  public static final NamedFault LEADER =
      NamedFault.of(
              "the leader's Patroni is frozen",
              site -> new PatroniFrozen(site.leader()),
              Bounds::crash)
          .calibrated(Calibrations::patroniSilent);

  private final ServiceContainer node;
  private final NodeProcesses processes;

  public PatroniFrozen(ServiceContainer node) {
    this.node = node;
    this.processes = new NodeProcesses(node);
  }

  @Override
  public Message done() {
    return Message.of("fault.patroni.frozen").with("node", node.service());
  }

  @Override
  public void inflict() {
    processes.signal(patroni(), "STOP");
  }

  @Override
  public boolean inEffect() {
    return processes.patroni().filter(one -> one.state().equals("T")).isPresent();
  }

  @Override
  public void heal() {
    if (inEffect()) {
      processes.signal(patroni(), "CONT");
    }
  }

  private Process patroni() {
    return processes
        .patroni()
        .orElseThrow(() -> new IllegalStateException("No Patroni runs on " + node.service()));
  }
}
