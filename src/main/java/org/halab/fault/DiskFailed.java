package org.halab.fault;

import org.halab.engine.CommandResult;
import org.halab.engine.ServiceContainer;
import org.halab.fault.NodeProcesses.Process;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/**
 * The disk of a node's data fails: whoever opens, reads, writes or syncs there is told of an error
 * at once. Only for a node whose data lie behind a process of their own, which is killed; healed by
 * a restart of the container, as a machine is restarted whose disk was changed for one that works.
 */
public final class DiskFailed implements FaultAction {
  public static final NamedFault LEADER =
      NamedFault.of(
          "the leader's disk fails",
          site -> new DiskFailed(site.leader(), site.dataDirectory(site.leaderNode())),
          Bounds::graceful);

  /** What the kernel says of a file system whose process is gone. */
  private static final String ERROR = "Transport endpoint is not connected";

  private final ServiceContainer node;
  private final NodeProcesses processes;
  private final String directory;

  /**
   * @param directory on that disk, in the node's container
   */
  public DiskFailed(ServiceContainer node, String directory) {
    this.node = node;
    this.processes = new NodeProcesses(node);
    this.directory = directory;
  }

  @Override
  public Message done() {
    return Message.of("fault.diskFailed").with("node", node.service());
  }

  @Override
  public void inflict() {
    Process disk = processes.disk();
    processes.signal(disk, "KILL");
  }

  @Override
  public boolean inEffect() {
    CommandResult read = node.exec("cat", directory + "/PG_VERSION");
    return !read.succeeded() && read.output().contains(ERROR);
  }

  @Override
  public void heal() {
    node.restart();
  }

  @Override
  public Deadline healedWithin(Deadlines deadlines) {
    return deadlines.memberAnswers();
  }

  @Override
  public boolean healed() {
    return node.running() && node.exec("cat", directory + "/PG_VERSION").succeeded();
  }
}
