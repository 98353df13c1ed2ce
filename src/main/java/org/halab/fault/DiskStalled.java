package org.halab.fault;

import org.halab.engine.ServiceContainer;
import org.halab.fault.NodeProcesses.Process;
import org.halab.message.Message;
import org.halab.timing.Bounds;

/**
 * The disk of a node's data stalls: whoever reads or writes there waits, and is told nothing. Only
 * for a node whose data lie behind a process of their own, which is stopped: no other process of
 * the machine waits with it, and it goes on by itself, whatever becomes of this program.
 */
public final class DiskStalled implements FaultAction {
  public static final NamedFault LEADER =
      NamedFault.of(
          "the leader's disk stalls",
          site -> new DiskStalled(site.leader(), site.dataDirectory(site.leaderNode())),
          Bounds::pathBack);

  /** Longer than any scenario has it stall. */
  private static final int THAWS_AFTER_SECONDS = 180;

  private static final String STALL =
      "kill -STOP %1$d && { setsid bash -c 'sleep %2$d; kill -CONT %1$d' > /dev/null 2>&1 < /dev/null & }";

  /** To open a file is asked of the disk each time, whatever was read of it before. */
  private static final String OPEN = "timeout -s KILL 1 cat %s/PG_VERSION";

  private final ServiceContainer node;
  private final NodeProcesses processes;
  private final String directory;

  /**
   * @param directory on that disk, in the node's container
   */
  public DiskStalled(ServiceContainer node, String directory) {
    this.node = node;
    this.processes = new NodeProcesses(node);
    this.directory = directory;
  }

  @Override
  public Message done() {
    return Message.of("fault.diskStalled").with("node", node.service());
  }

  @Override
  public void inflict() {
    Process disk = processes.disk();
    node.output("bash", "-c", STALL.formatted(disk.id(), THAWS_AFTER_SECONDS));
  }

  @Override
  public boolean inEffect() {
    return !answers();
  }

  @Override
  public void heal() {
    processes.signal(processes.disk(), "CONT");
  }

  private boolean answers() {
    return node.exec("bash", "-c", OPEN.formatted(directory)).succeeded();
  }
}
