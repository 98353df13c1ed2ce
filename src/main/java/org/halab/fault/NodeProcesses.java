package org.halab.fault;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.halab.engine.CommandResult;
import org.halab.engine.ServiceContainer;

/** The processes of a node's container, read from its {@code /proc}: the image has no ps. */
final class NodeProcesses {
  private static final String LIST =
      "for p in /proc/[0-9]*; do"
          + " read -r stat < $p/stat && rest=${stat##*) } && set -- $rest"
          + " && echo \"${p#/proc/} $1 ${20} $(tr '\\0' ' ' < $p/cmdline)\";"
          + " done 2>/dev/null; true";

  /**
   * A process.
   *
   * @param state as the kernel names it; {@code T} is stopped
   * @param started in ticks since the machine's start, so that a number used again is told apart
   */
  record Process(int id, String state, long started, String command) {}

  private final ServiceContainer node;

  NodeProcesses(ServiceContainer node) {
    this.node = node;
  }

  /**
   * PostgreSQL's first process. The server's other processes have titles of their own; Patroni's
   * own helper, which starts it, has Patroni's.
   */
  Optional<Process> postmaster() {
    return find(one -> one.command().matches("\\S*/postgres -D .*"));
  }

  /**
   * Patroni. As first process of a container it only passes signals on and buries the dead; the
   * work is done by its child.
   */
  Optional<Process> patroni() {
    return find(one -> one.id() != 1 && one.command().matches("\\S*python3? \\S*/patroni /.*"));
  }

  /**
   * One of the server's other processes by its title, of several the oldest: {@code postgres:
   * my_cluster: checkpointer}.
   *
   * @param title a regular expression for what follows the cluster's name
   */
  Optional<Process> titled(String title) {
    return all().stream()
        .filter(one -> one.command().matches("postgres: (\\S+: )?" + title + "\\s*"))
        .min(Comparator.comparingLong(Process::started));
  }

  /**
   * The one that the node's data lie behind.
   *
   * @throws IllegalStateException if there is none
   */
  Process disk() {
    return named("bindfs")
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The data of %s do not lie behind bindfs".formatted(node.service())));
  }

  /** The first that runs a program of this name, found on the PATH. */
  Optional<Process> named(String program) {
    return find(one -> one.command().startsWith(program + " "));
  }

  /**
   * The first with such a command.
   *
   * @param pattern a regular expression for all of it
   */
  Optional<Process> commanded(String pattern) {
    return find(one -> one.command().matches(pattern));
  }

  boolean runs(Process process) {
    return find(one ->
            one.id() == process.id()
                && one.started() == process.started()
                && !one.state().equals("Z"))
        .isPresent();
  }

  void signal(Process process, String signal) {
    CommandResult result = node.exec("bash", "-c", "kill -" + signal + " " + process.id());
    if (!result.succeeded()) {
      throw new IllegalStateException(
          "Signal %s to process %d of %s failed: %s"
              .formatted(signal, process.id(), node.service(), result.output().strip()));
    }
  }

  private Optional<Process> find(Predicate<Process> wanted) {
    return all().stream().filter(wanted).findFirst();
  }

  private List<Process> all() {
    return Stream.of(node.exec("bash", "-c", LIST).output().split("\\R"))
        .map(line -> line.split(" ", 4))
        .filter(fields -> fields.length == 4 && !fields[3].isBlank())
        .map(
            fields ->
                new Process(
                    Integer.parseInt(fields[0]), fields[1], Long.parseLong(fields[2]), fields[3]))
        .toList();
  }
}
