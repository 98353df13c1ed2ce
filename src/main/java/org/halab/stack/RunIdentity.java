package org.halab.stack;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;

/**
 * Who created a container, network or volume: a process of a machine. By it the next run can tell
 * what a killed run left from what another run still uses.
 *
 * @param started epoch seconds of the process's start: process ids come again
 */
public record RunIdentity(String host, long pid, long started) {
  private static final RunIdentity CURRENT = ofThisProcess();

  public static RunIdentity current() {
    return CURRENT;
  }

  /** From a label's value; empty if it is not one. */
  public static Optional<RunIdentity> parse(String label) {
    String[] parts = label.split("/");
    try {
      return parts.length == 3
          ? Optional.of(
              new RunIdentity(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether the process has ended for sure; of another machine's process that is never sure. */
  public boolean ended() {
    return host.equals(CURRENT.host)
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .filter(process -> startOf(process) == started)
            .isEmpty();
  }

  @Override
  public String toString() {
    return host + "/" + pid + "/" + started;
  }

  private static RunIdentity ofThisProcess() {
    ProcessHandle process = ProcessHandle.current();
    return new RunIdentity(hostName(), process.pid(), startOf(process));
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
