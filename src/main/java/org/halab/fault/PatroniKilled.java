package org.halab.fault;

import java.util.Optional;
import org.halab.engine.ServiceContainer;
import org.halab.fault.NodeProcesses.Process;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.Calibrations;

/** Patroni's working process killed on a node. */
public final class PatroniKilled implements FaultAction {
  public static final NamedFault LEADER =
      NamedFault.of(
              "the leader's Patroni is killed",
              site -> new PatroniKilled(site.leader()),
              Bounds::crash)
          .calibrated(Calibrations::containerRestarted);

  private final ServiceContainer node;
  private final NodeProcesses processes;
  private Process killed;

  public PatroniKilled(ServiceContainer node) {
    this.node = node;
    this.processes = new NodeProcesses(node);
  }

  @Override
  public Message done() {
    return Message.of("fault.patroni.killed").with("node", node.service());
  }

  @Override
  public void inflict() {
    killed =
        processes
            .patroni()
            .orElseThrow(() -> new IllegalStateException("No Patroni runs on " + node.service()));
    processes.signal(killed, "KILL");
  }

  @Override
  public boolean inEffect() {
    return killed != null && (down() || !processes.patroni().equals(Optional.of(killed)));
  }

  @Override
  public void heal() {
    node.start();
  }

  @Override
  public boolean healed() {
    return !down() && processes.patroni().isPresent();
  }

  private boolean down() {
    return !node.running();
  }
}
