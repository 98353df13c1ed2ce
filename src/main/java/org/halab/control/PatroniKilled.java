package org.halab.control;

import java.util.Optional;
import org.halab.control.NodeProcesses.Process;
import org.halab.stack.Engine;
import org.halab.stack.NodeAccess;

/** Patroni's working process killed on a node. */
public final class PatroniKilled implements Breakage {
  private final Engine engine;
  private final NodeAccess node;
  private final NodeProcesses processes;
  private Process killed;

  public PatroniKilled(Engine engine, NodeAccess node) {
    this.engine = engine;
    this.node = node;
    this.processes = new NodeProcesses(node);
  }

  @Override
  public String done() {
    return "Patroni on " + node.service() + " was killed";
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
    ContainerDown.start(engine, node);
  }

  @Override
  public boolean healed() {
    return !down() && processes.patroni().isPresent();
  }

  private boolean down() {
    return !Boolean.TRUE.equals(node.inspect().getState().getRunning());
  }
}
