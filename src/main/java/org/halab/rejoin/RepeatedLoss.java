package org.halab.rejoin;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.halab.checker.Verdict;
import org.halab.cluster.Cluster;
import org.halab.cluster.Health;
import org.halab.cluster.Roles;
import org.halab.domain.Durations;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.experiment.Experiment;
import org.halab.fault.ContainerDown;
import org.halab.message.Message;

/**
 * The leader is killed again and again while clients work, and each time the killed node has to
 * follow once more.
 */
public final class RepeatedLoss {
  private final Cluster cluster;
  private final List<List<String>> rounds = new ArrayList<>();
  private final List<Message> complaints = new ArrayList<>();

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
      try (Experiment experiment = new Experiment(cluster)) {
        experiment.startClients();
        round(i, experiment);
      }
    }
  }

  private void round(int number, Experiment experiment) throws SQLException {
    Node killed = experiment.oldLeader();
    Node next = experiment.successor();
    experiment.inflict(ContainerDown.LEADER_KILLED);
    new Roles(cluster).awaitLeads(next, cluster.deadlines().crashFailover());
    new Health(cluster).awaitWrites();
    experiment.heal();
    Rejoin rejoin = Rejoin.of(cluster, killed);
    Duration took = rejoin.awaitSynchronous();
    experiment.endClients();
    rejoin.awaitFollowing();
    Verdict verdict = experiment.clients().verdict();
    complaints.addAll(verdict.complaints());
    rounds.add(
        List.of(
            String.valueOf(number),
            killed.member(),
            next.member(),
            String.valueOf(cluster.timelineOf(next)),
            rejoin.wayBack().toString(),
            Durations.seconds(took),
            String.valueOf(verdict.rows().acknowledged()),
            String.valueOf(verdict.rows().lost().size())));
  }

  /** Each round that came to its end: both nodes held the same rows then. */
  public Table rounds() {
    return new Table(
        List.of(
            "round",
            "killed",
            "new leader",
            "timeline",
            "came back by",
            "synchronous standby after",
            "acknowledged rows",
            "lost rows"),
        rounds);
  }

  /** What did not hold of the data, in any round. */
  public List<Message> complaints() {
    return complaints;
  }
}
