package org.halab.control;

import java.util.Optional;
import org.halab.control.NodeProcesses.Process;
import org.halab.stack.NodeAccess;

/**
 * PostgreSQL's first process killed, while Patroni beside it lives on. It is Patroni's to start it
 * again.
 */
public final class PostgresKilled implements Breakage {
  private final NodeAccess node;
  private final NodeProcesses processes;
  private Process killed;

  public PostgresKilled(NodeAccess node) {
    this.node = node;
    this.processes = new NodeProcesses(node);
  }

  @Override
  public String done() {
    return "PostgreSQL on " + node.service() + " was killed";
  }

  @Override
  public void inflict() {
    killed =
        processes
            .postmaster()
            .orElseThrow(
                () -> new IllegalStateException("No PostgreSQL runs on " + node.service()));
    processes.signal(killed, "KILL");
  }

  @Override
  public boolean inEffect() {
    return killed != null && !processes.postmaster().equals(Optional.of(killed));
  }

  @Override
  public void heal() {
    // Patroni does
  }

  @Override
  public boolean healed() {
    return processes.postmaster().isPresent();
  }
}
