package org.halab.engine;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The processes that this one can see, each known by its id and its start.
 *
 * <p>Linux counts a process's start in ticks since the boot, which no change of the clock moves;
 * the JDK makes a time of day of it, another one after the clock was set. So the ticks are read
 * where they can be. Elsewhere the system keeps the time of day itself, and the JDK's answer will
 * do.
 */
final class Processes {
  /** In place of what the system does not tell. */
  static final String UNKNOWN = "-";

  private static final int STATE = 0;
  private static final int START_TICKS = 19;

  private final Path proc;
  private final String boot;
  private final String namespace;

  /**
   * @param proc where Linux shows its processes; need not exist
   */
  Processes(Path proc) {
    this.proc = proc;
    String bootId = bootId();
    String pidNamespace = pidNamespace();
    boolean known = !bootId.equals(UNKNOWN) && !pidNamespace.equals(UNKNOWN);
    this.boot = known ? bootId : UNKNOWN;
    this.namespace = known ? pidNamespace : UNKNOWN;
  }

  /** Which boot of which machine this is; {@link #UNKNOWN} where the system does not tell. */
  String boot() {
    return boot;
  }

  /** Within which process ids are unique; {@link #UNKNOWN} where the system does not tell. */
  String namespace() {
    return namespace;
  }

  /**
   * When a process of this machine started: ticks since the boot where the boot is known, else
   * milliseconds of the epoch.
   */
  long start(long pid) {
    try {
      return boot.equals(UNKNOWN) ? startMillis(pid) : Long.parseLong(stat(pid)[START_TICKS]);
    } catch (IOException e) {
      throw new IllegalStateException("The start of process " + pid + " cannot be read", e);
    }
  }

  /** Whether the process that started then still runs; true also where that cannot be seen. */
  boolean mayRun(long pid, long start) {
    if (boot.equals(UNKNOWN)) {
      return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
          && startMillis(pid) == start;
    }
    try {
      String[] stat = stat(pid);
      return Long.parseLong(stat[START_TICKS]) == start && !stat[STATE].matches("[ZX]");
    } catch (AccessDeniedException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static long startMillis(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().startInstant())
        .map(start -> start.toEpochMilli())
        .orElse(0L);
  }

  /** The fields behind the process's name, which may itself hold spaces and brackets. */
  private String[] stat(long pid) throws IOException {
    String line = Files.readString(proc.resolve(String.valueOf(pid)).resolve("stat"));
    return line.substring(line.lastIndexOf(')') + 2).split(" ");
  }

  private String bootId() {
    try {
      return Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip();
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  private String pidNamespace() {
    try {
      return Files.readSymbolicLink(proc.resolve("self/ns/pid")).toString().replaceAll("\\D", "");
    } catch (IOException | UnsupportedOperationException e) {
      return UNKNOWN;
    }
  }
}
