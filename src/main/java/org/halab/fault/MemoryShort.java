package org.halab.fault;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.engine.CommandResult;
import org.halab.engine.ContainerLimits;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;
import org.halab.observe.Sql;
import org.halab.timing.Bounds;
import org.halab.timing.Calibrations;

/**
 * A node's container reaches its limit of memory: a query asks for more than is left, and the
 * kernel kills the process that has most.
 */
public final class MemoryShort implements FaultAction {
  public static final NamedFault LEADER =
      NamedFault.of(
              "the leader reaches its limit of memory",
              site -> new MemoryShort(site.leader(), site.cluster().sql(site.leaderNode())),
              Bounds::restartInPlace)
          .calibrated(Calibrations::outOfMemory);

  /** More than a node of the lab needs, and much less than the query asks for. */
  private static final long LIMIT = 256L << 20;

  private static final int PATIENCE_SECONDS = 20;
  private static final String GREEDY =
      "SELECT length(string_agg(repeat('x', 1048576), '')) FROM generate_series(1, 900)";

  /** By cgroup v2, or by v1. */
  private static final String KILLS =
      "cat /sys/fs/cgroup/memory.events /sys/fs/cgroup/memory/memory.oom_control 2>/dev/null; true";

  private static final Pattern KILLED = Pattern.compile("(?m)^oom_kill (\\d+)$");

  private final ServiceContainer node;
  private final Sql sql;
  private final ContainerLimits limits;
  private long killsBefore = Long.MAX_VALUE;

  /**
   * @param sql straight to that node
   */
  public MemoryShort(ServiceContainer node, Sql sql) {
    this.node = node;
    this.sql = sql.patientFor(PATIENCE_SECONDS);
    this.limits = node.limits();
  }

  @Override
  public Message done() {
    return Message.of("fault.memoryShort")
        .with("node", node.service())
        .with("mebibytes", LIMIT >> 20);
  }

  @Override
  public void inflict() {
    killsBefore = kills();
    limits.memory(LIMIT);
    try {
      sql.query(GREEDY);
      throw new IllegalStateException(
          "%s answered a query that needs more memory than it may have".formatted(node.service()));
    } catch (SQLException e) {
      // its process was killed; that it was, the kernel's count tells
    }
  }

  @Override
  public boolean inEffect() {
    return limits.memoryLimited() && kills() > killsBefore;
  }

  @Override
  public void heal() {
    limits.memoryFree();
  }

  @Override
  public boolean healed() {
    return !limits.memoryLimited();
  }

  /** How many processes the kernel has killed for want of memory, since the container's start. */
  private long kills() {
    CommandResult seen = node.exec("bash", "-c", KILLS);
    Matcher killed = KILLED.matcher(seen.output());
    if (!killed.find()) {
      throw new IllegalStateException(
          "The kernel does not tell %s of processes killed for want of memory: %s"
              .formatted(node.service(), seen.output().strip()));
    }
    return Long.parseLong(killed.group(1));
  }
}
