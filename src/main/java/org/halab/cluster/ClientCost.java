package org.halab.cluster;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.observe.CpuTime;

/** What the clients, the probes and the watches of an experiment themselves cost. */
public final class ClientCost {
  private final Cluster cluster;
  private final Node leader;
  private final List<List<String>> rows = new ArrayList<>();

  public ClientCost(Cluster cluster) {
    this.cluster = cluster;
    this.leader = cluster.leader();
  }

  /** Processor time used from one moment to another, in percent of one core. */
  private record Used(double program, double leader) {}

  /**
   * Measures a length of time without clients and one with them.
   *
   * @return how many operations the clients carried out in a second
   */
  public double measure(Experiment experiment, Duration length)
      throws SQLException, InterruptedException {
    Used without = during(length);
    experiment.startClients();
    int before = experiment.operations();
    Used with = during(length);
    int carriedOut = experiment.operations() - before;
    rows.add(row("this program", without.program(), with.program()));
    rows.add(row(leader.toString(), without.leader(), with.leader()));
    return carriedOut / (length.toMillis() / 1000.0);
  }

  private Used during(Duration length) throws InterruptedException {
    Duration program = CpuTime.ofThisProgram();
    Duration container = ofLeader();
    cluster.waits().out(length);
    return new Used(
        percent(CpuTime.ofThisProgram().minus(program), length),
        percent(ofLeader().minus(container), length));
  }

  private Duration ofLeader() throws InterruptedException {
    return CpuTime.of(cluster.project().engine(), cluster.access(leader));
  }

  /** In percent of one core. */
  public Table table() {
    return new Table(
        List.of("processor time, % of a core", "watched", "watched, and clients work"), rows);
  }

  private static double percent(Duration used, Duration length) {
    return 100.0 * used.toNanos() / length.toNanos();
  }

  private static List<String> row(String who, double without, double with) {
    return List.of(who, oneDecimal(without), oneDecimal(with));
  }

  private static String oneDecimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
