package org.halab.fault;

import java.util.Optional;
import org.halab.engine.ServiceContainer;
import org.halab.fault.NodeProcesses.Process;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.Calibrations;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/**
 * PostgreSQL's first process killed, while Patroni beside it lives on. It is Patroni's to start it
 * again.
 */
public final class PostgresKilled implements FaultAction {
  public static final NamedFault LEADER =
      NamedFault.of(
              "the leader's PostgreSQL is killed",
              site -> new PostgresKilled(site.leader()),
              Bounds::restartInPlace)
          .calibrated(Calibrations::restartedByPatroni);

  private final ServiceContainer node;
  private final NodeProcesses processes;
  private Process killed;

  public PostgresKilled(ServiceContainer node) {
    this.node = node;
    this.processes = new NodeProcesses(node);
  }

  @Override
  public Message done() {
    return Message.of("fault.postgres.killed").with("node", node.service());
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
  public Deadline healedWithin(Deadlines deadlines) {
    return deadlines.postgresStarted();
  }

  @Override
  public boolean healed() {
    return processes.postmaster().isPresent();
  }
}
