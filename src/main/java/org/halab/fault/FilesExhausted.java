package org.halab.fault;

import org.halab.engine.ServiceContainer;
import org.halab.fault.NodeProcesses.Process;
import org.halab.message.Message;
import org.halab.timing.Bounds;

/**
 * Patroni on a node can open no more files, as if it had used up all that it may: its limit is
 * lowered to what it has open. What is open stays so.
 */
public final class FilesExhausted implements FaultAction {
  public static final NamedFault LEADER =
      NamedFault.of(
          "the leader's Patroni can open no more files",
          site -> new FilesExhausted(site.leader()),
          Bounds::pathBack);

  /**
   * The lowest number that a new file could have, and the limit. A number is given up for a moment
   * only where a request was just answered, so the lowest of many looks is the one that lasts.
   */
  private static final String LOOK =
      "least=99999; for look in $(seq 100); do n=0;"
          + " while [ -L /proc/%1$d/fd/$n ]; do n=$((n + 1)); done;"
          + " if [ $n -lt $least ]; then least=$n; fi; done;"
          + " echo $least $(grep '^Max open files' /proc/%1$d/limits | tr -s ' ' | cut -d ' ' -f 4)";

  /** Of a process at one moment. */
  private record Look(long free, String limit) {
    boolean full() {
      return limit.matches("\\d+") && free >= Long.parseLong(limit);
    }
  }

  private final ServiceContainer node;
  private final NodeProcesses processes;
  private Process limited;
  private String before;

  public FilesExhausted(ServiceContainer node) {
    this.node = node;
    this.processes = new NodeProcesses(node);
  }

  @Override
  public Message done() {
    return Message.of("fault.patroni.noFiles").with("node", node.service());
  }

  @Override
  public void inflict() {
    Process patroni =
        processes
            .patroni()
            .orElseThrow(() -> new IllegalStateException("No Patroni runs on " + node.service()));
    Look look = look(patroni);
    before = look.limit();
    limited = patroni;
    limit(String.valueOf(look.free()));
  }

  @Override
  public boolean inEffect() {
    return processes.patroni().filter(one -> look(one).full()).isPresent();
  }

  /** Patroni that ended of it was started again without the limit. */
  @Override
  public void heal() {
    if (limited != null && processes.runs(limited)) {
      limit(before);
    }
  }

  /** The limit that may be reached; the one that must not be passed stays. */
  private void limit(String files) {
    node.output("prlimit", "--pid", String.valueOf(limited.id()), "--nofile=" + files + ":");
  }

  private Look look(Process process) {
    String[] seen = node.output("bash", "-c", LOOK.formatted(process.id())).strip().split(" ");
    return new Look(Long.parseLong(seen[0]), seen[1]);
  }
}
