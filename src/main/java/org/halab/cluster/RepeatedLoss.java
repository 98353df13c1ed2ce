package org.halab.cluster;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.halab.control.ContainerDown;
import org.halab.control.Fault;
import org.halab.domain.Durations;
import org.halab.domain.Node;
import org.halab.domain.Table;

/** The leader is killed again and again, and each time the killed node has to follow once more. */
public final class RepeatedLoss {
  private final Cluster cluster;
  private final List<List<String>> rounds = new ArrayList<>();

  public RepeatedLoss(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Kills the leader, whichever node it is, and lets it return once the other node leads.
   *
   * @throws org.halab.timing.NotInTime if it does not become the synchronous standby again, or does
   *     not hold the leader's rows
   */
  public void kill(int times) throws SQLException {
    for (int i = 1; i <= times; i++) {
      Node leader = cluster.leader();
      Node next = cluster.other(leader);
      try (Fault fault =
          Fault.inflict(
              ContainerDown.killed(cluster.project().engine(), cluster.access(leader)),
              cluster.waits())) {
        new Roles(cluster).awaitLeads(next, cluster.deadlines().crashFailover());
        new Health(cluster, line -> {}).awaitWrites();
      }
      Rejoin rejoin = Rejoin.of(cluster, leader);
      Duration took = rejoin.awaitSynchronous();
      Following.Seen seen = rejoin.awaitFollowing();
      rounds.add(
          List.of(
              String.valueOf(i),
              leader.member(),
              next.member(),
              String.valueOf(cluster.timelineOf(next)),
              rejoin.wayBack().toString(),
              Durations.seconds(took),
              seen.follows() ? "the same" : "differ"));
    }
  }

  /** Each round: who was killed, and how it came back. */
  public Table rounds() {
    return new Table(
        List.of(
            "round",
            "killed",
            "new leader",
            "timeline",
            "came back by",
            "synchronous standby after",
            "rows of all tables"),
        rounds);
  }
}
