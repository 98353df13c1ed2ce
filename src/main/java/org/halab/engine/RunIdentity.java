package org.halab.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who created a container, network or volume: a process of a machine. By it the next run can tell
 * what a killed run left from what another run still uses.
 *
 * @param boot of the machine, and
 * @param namespace of the process id, as {@link Processes} tells them
 * @param start of the process, as {@link Processes} counts it: process ids come again
 */
public record RunIdentity(String host, String boot, String namespace, long pid, long start) {
  private static final Processes PROCESSES = new Processes(Path.of("/proc"));
  private static final RunIdentity CURRENT =
      of(hostName(), PROCESSES, ProcessHandle.current().pid());

  public static RunIdentity current() {
    return CURRENT;
  }

  static RunIdentity of(String host, Processes processes, long pid) {
    return new RunIdentity(
        host, processes.boot(), processes.namespace(), pid, processes.start(pid));
  }

  /** From a label's value; empty if it is not one. */
  public static Optional<RunIdentity> parse(String label) {
    String[] parts = label.split("/");
    try {
      return parts.length == 5
          ? Optional.of(
              new RunIdentity(
                  parts[0], parts[1], parts[2], Long.parseLong(parts[3]), Long.parseLong(parts[4])))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether the process has ended for sure. That is never sure of another machine's process, nor of
   * one whose id belongs to another container.
   */
  public boolean ended() {
    return ended(CURRENT, PROCESSES);
  }

  boolean ended(RunIdentity observer, Processes processes) {
    if (boot.equals(observer.boot) && (bootKnown() || host.equals(observer.host))) {
      return namespace.equals(observer.namespace) && !processes.mayRun(pid, start);
    }
    return host.equals(observer.host) && bootKnown() && observer.bootKnown();
  }

  @Override
  public String toString() {
    return String.join("/", host, boot, namespace, String.valueOf(pid), String.valueOf(start));
  }

  private boolean bootKnown() {
    return !boot.equals(Processes.UNKNOWN);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
