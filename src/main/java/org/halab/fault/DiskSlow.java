package org.halab.fault;

import java.util.Optional;
import org.halab.engine.CommandResult;
import org.halab.engine.ServiceContainer;
import org.halab.fault.NodeProcesses.Process;
import org.halab.message.Message;
import org.halab.timing.Bounds;

/**
 * The disk of a node's data is slow: it answers, and lets everybody wait before. Only for a node
 * whose data lie behind a process of their own, which is stopped and let go several times a second;
 * that ends by itself, whatever becomes of this program.
 */
public final class DiskSlow implements FaultAction {
  public static final NamedFault LEADER =
      NamedFault.of(
          "the leader's disk is slow",
          site -> new DiskSlow(site.leader(), site.dataDirectory(site.leaderNode())),
          Bounds::pathBack);

  private static final int STOPPED_MILLIS = 180;
  private static final int LET_GO_MILLIS = 20;

  /** Longer than any scenario has it be slow. */
  private static final int ENDS_AFTER_SECONDS = 180;

  private static final String FILE = "/tmp/lab-slow-disk";

  /** Let go at the end, however that comes. */
  private static final String SLOW =
      """
      trap 'kill -CONT %1$d; exit' TERM EXIT
      while [ $SECONDS -lt %2$d ]; do
        kill -STOP %1$d; sleep 0.%3$03d; kill -CONT %1$d; sleep 0.%4$03d
      done
      """;

  private static final String START =
      "printf %%s \"$0\" > %1$s && { setsid bash %1$s > /dev/null 2>&1 < /dev/null & }";

  /** Each look asks the disk anew; how long they take, in microseconds. */
  private static final String LOOKS =
      "from=${EPOCHREALTIME/./}; for i in {1..20}; do timeout -s KILL 5 cat %s/PG_VERSION; done"
          + " > /dev/null; echo $((${EPOCHREALTIME/./} - from))";

  /** For two stops, which no disk that only is busy makes of twenty looks. */
  private static final long SLOW_MICROS = 2_000L * STOPPED_MILLIS;

  private final ServiceContainer node;
  private final NodeProcesses processes;
  private final String directory;

  /**
   * @param directory on that disk, in the node's container
   */
  public DiskSlow(ServiceContainer node, String directory) {
    this.node = node;
    this.processes = new NodeProcesses(node);
    this.directory = directory;
  }

  @Override
  public Message done() {
    return Message.of("fault.diskSlow").with("node", node.service()).with("delay", STOPPED_MILLIS);
  }

  @Override
  public void inflict() {
    Process disk = processes.disk();
    node.output(
        "bash",
        "-c",
        START.formatted(FILE),
        SLOW.formatted(disk.id(), ENDS_AFTER_SECONDS, STOPPED_MILLIS, LET_GO_MILLIS));
  }

  @Override
  public boolean inEffect() {
    return slowing().isPresent() && micros() > SLOW_MICROS;
  }

  private Optional<Process> slowing() {
    return processes.commanded("\\S*bash " + FILE + "\\s*");
  }

  private long micros() {
    CommandResult looks = node.exec("bash", "-c", LOOKS.formatted(directory));
    return Long.parseLong(looks.output().strip());
  }

  @Override
  public void heal() {
    slowing().ifPresent(one -> processes.signal(one, "TERM"));
  }

  @Override
  public boolean healed() {
    return slowing().isEmpty()
        && processes.named("bindfs").filter(one -> !one.state().equals("T")).isPresent();
  }
}
