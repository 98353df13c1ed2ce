package org.halab.fault;

import org.halab.engine.ServiceContainer;
import org.halab.fault.NodeProcesses.Process;
import org.halab.message.Message;
import org.halab.timing.Bounds;

/**
 * PostgreSQL's first process stands still, and it alone: the sessions that it let in have processes
 * of their own, and so has the one that Patroni asks.
 */
public final class PostmasterHung implements FaultAction {
  public static final NamedFault LEADER =
      NamedFault.of(
          "the leader's postmaster hangs",
          site -> new PostmasterHung(site.leader()),
          Bounds::pathBack);

  private final ServiceContainer node;
  private final NodeProcesses processes;

  public PostmasterHung(ServiceContainer node) {
    this.node = node;
    this.processes = new NodeProcesses(node);
  }

  @Override
  public Message done() {
    return Message.of("fault.postmaster.hung").with("node", node.service());
  }

  @Override
  public void inflict() {
    processes.signal(postmaster(), "STOP");
  }

  @Override
  public boolean inEffect() {
    return processes.postmaster().filter(one -> one.state().equals("T")).isPresent();
  }

  @Override
  public void heal() {
    if (inEffect()) {
      processes.signal(postmaster(), "CONT");
    }
  }

  @Override
  public boolean healed() {
    return processes.postmaster().filter(one -> !one.state().equals("T")).isPresent();
  }

  private Process postmaster() {
    return processes
        .postmaster()
        .orElseThrow(() -> new IllegalStateException("No PostgreSQL runs on " + node.service()));
  }
}
