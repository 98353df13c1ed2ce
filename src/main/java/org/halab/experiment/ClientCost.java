package org.halab.experiment;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.engine.CpuTime;
import org.halab.workload.ListLoad;

/** What the clients, the probes and the watches of an experiment themselves cost. */
public final class ClientCost {
  private final Cluster cluster;
  private final Node leader;
  private final List<List<String>> rows = new ArrayList<>();

  public ClientCost(Cluster cluster) {
    this.cluster = cluster;
    this.leader = cluster.leader();
  }

  /** Processor time used so far, each with the moment at which it was read, in nanoseconds. */
  private record Reading(
      Duration program, long programAt, int operations, Duration leader, long leaderAt) {}

  /**
   * Measures a length of time without clients and one with them.
   *
   * @return how many operations the clients carried out in a second
   */
  public double measure(Experiment experiment, Duration length)
      throws SQLException, InterruptedException {
    return measure(experiment::startClients, () -> experiment.clients().operations(), length);
  }

  /** The same of clients that carry out transactions over lists. */
  public double measure(Experiment experiment, ListLoad load, Duration length)
      throws SQLException, InterruptedException {
    return measure(
        () -> experiment.startLists(load),
        () -> experiment.lists().orElseThrow().acknowledged(),
        length);
  }

  /** Starts clients. */
  @FunctionalInterface
  private interface Start {
    void now() throws SQLException;
  }

  private double measure(Start start, IntSupplier operations, Duration length)
      throws SQLException, InterruptedException {
    Reading idle = read(0);
    cluster.waits().out(length);
    Reading idleEnd = read(0);
    start.now();
    Reading working = read(operations.getAsInt());
    cluster.waits().out(length);
    Reading end = read(operations.getAsInt());
    rows.add(row("this program", program(idle, idleEnd), program(working, end)));
    rows.add(row(leader.toString(), leader(idle, idleEnd), leader(working, end)));
    return (end.operations() - working.operations())
        / ((end.programAt() - working.programAt()) / 1e9);
  }

  /** The engine takes a second or two to tell of a container: that comes last. */
  private Reading read(int operations) throws InterruptedException {
    Duration program = CpuTime.ofThisProgram();
    long programAt = System.nanoTime();
    Duration container = CpuTime.of(cluster.project().engine(), cluster.access(leader));
    return new Reading(program, programAt, operations, container, System.nanoTime());
  }

  private static double program(Reading from, Reading to) {
    return percent(to.program().minus(from.program()), to.programAt() - from.programAt());
  }

  private static double leader(Reading from, Reading to) {
    return percent(to.leader().minus(from.leader()), to.leaderAt() - from.leaderAt());
  }

  /** In percent of one core. */
  public Table table() {
    return new Table(
        List.of("processor time, % of a core", "watched", "watched, and clients work"), rows);
  }

  private static double percent(Duration used, long nanos) {
    return 100.0 * used.toNanos() / nanos;
  }

  private static List<String> row(String who, double without, double with) {
    return List.of(who, oneDecimal(without), oneDecimal(with));
  }

  private static String oneDecimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
