package org.halab.rejoin;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.halab.checker.Verdict;
import org.halab.cluster.Cluster;
import org.halab.cluster.Health;
import org.halab.cluster.Roles;
import org.halab.domain.MessageTable;
import org.halab.domain.Node;
import org.halab.experiment.Experiment;
import org.halab.fault.ContainerDown;
import org.halab.message.Message;
import org.halab.message.Terms;

/**
 * The leader is killed again and again while clients work, and each time the killed node has to
 * follow once more.
 */
public final class RepeatedLoss {
  private final Cluster cluster;
  private final List<Round> rounds = new ArrayList<>();
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
        new Round(
            number,
            killed,
            next,
            cluster.timelineOf(next),
            rejoin.wayBack(),
            took,
            verdict.rows().acknowledged(),
            verdict.rows().lost().size()));
  }

  /**
   * A round that came to its end: both nodes held the same rows then.
   *
   * @param synchronousAfter from the start of the killed node's container
   */
  public record Round(
      int number,
      Node killed,
      Node leader,
      int timeline,
      RejoinMethod way,
      Duration synchronousAfter,
      int acknowledged,
      int lost) {}

  public List<Round> rounds() {
    return rounds;
  }

  public MessageTable table() {
    return new MessageTable(
        List.of(
            Message.of("rejoin.rounds.number"),
            Message.of("rejoin.rounds.killed"),
            Message.of("rejoin.rounds.leader"),
            Message.of("rejoin.rounds.timeline"),
            Message.of("rejoin.rounds.way"),
            Message.of("rejoin.rounds.synchronous"),
            Message.of("rejoin.rounds.acknowledged"),
            Message.of("rejoin.rounds.lost")),
        rounds.stream()
            .map(
                one ->
                    List.<Object>of(
                        one.number(),
                        one.killed().member(),
                        one.leader().member(),
                        one.timeline(),
                        Terms.of(one.way().toString()),
                        one.synchronousAfter(),
                        one.acknowledged(),
                        one.lost()))
            .toList());
  }

  /** What did not hold of the data, in any round. */
  public List<Message> complaints() {
    return complaints;
  }
}
