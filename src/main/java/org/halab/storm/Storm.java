package org.halab.storm;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.halab.cluster.Cluster;
import org.halab.cluster.Health;
import org.halab.domain.History;
import org.halab.domain.Node;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outcome;
import org.halab.experiment.Experiment;
import org.halab.fault.Fault;
import org.halab.fault.Faults;
import org.halab.message.Message;
import org.halab.timing.Deadlines;
import org.halab.timing.NotInTime;

/** Strikes a cluster under the eyes of clients, again and again, and judges after each strike. */
public final class Storm {
  private static final Message LOST = Message.of("storm.lost");

  private final Cluster cluster;
  private final Health health;
  private final Consumer<Message> progress;

  /**
   * @param cluster a running one
   * @param progress told of each strike, before and after
   */
  public Storm(Cluster cluster, Health health, Consumer<Message> progress) {
    this.cluster = cluster;
    this.health = health;
    this.progress = progress;
  }

  /**
   * One strike. The cluster is a running one afterwards, by itself or because it was helped, if it
   * could be.
   */
  public Struck strike(Strike strike) throws SQLException {
    progress.accept(Message.of("storm.begins").with("strike", strike));
    try (Experiment experiment = new Experiment(cluster)) {
      experiment.startClients();
      Duration silence = silence(strike, experiment.oldLeader());
      Instant begin = Instant.now();
      List<Message> complaints = new ArrayList<>();
      List<Message> notMade = carryOut(strike, experiment.oldLeader(), begin, complaints);
      if (notMade.size() == strike.hits().size()) {
        complaints.add(Message.of("storm.nothing"));
      }
      Duration whole = awaitWhole(silence, complaints);
      boolean lost = complaints.contains(LOST);
      // Clients who are served by nobody do not come to an end of their own.
      History history =
          lost ? new History(experiment.answeredSince(begin)) : experiment.endClients();
      History writes = history.of(Kind.WRITE);
      if (!lost) {
        complaints.addAll(experiment.clients().verdict().complaints());
      }
      Struck struck =
          new Struck(
              strike,
              writes.count(Outcome.ACKNOWLEDGED),
              writes.longestPauseSince(begin),
              whole,
              notMade,
              complaints,
              lost);
      progress.accept(
          struck.red()
              ? Message.of("storm.red").with("complaints", Message.joined("; ", complaints))
              : Message.of("storm.green").with("whole", whole));
      return struck;
    }
  }

  /**
   * For how long a link that was silent may hold the cluster up after it carries again: TCP sends
   * again at the latest after as long as it was silent; and a leader that gives up ends its
   * PostgreSQL in order, which waits for a silent standby until wal_sender_timeout, while nobody
   * else may lead.
   */
  private Duration silence(Strike strike, Node leader) throws SQLException {
    Duration sender = cluster.replicationSettings(leader).senderTimeout();
    return strike.longest().compareTo(sender) > 0 ? strike.longest() : sender;
  }

  /** Begins and ends each fault in its time; all have ended afterwards. */
  private List<Message> carryOut(
      Strike strike, Node leader, Instant begin, List<Message> complaints) {
    Deadlines deadlines = cluster.deadlines();
    Map<Hit, Fault> broken = new HashMap<>();
    List<Fault> healing = new ArrayList<>();
    List<Message> notMade = new ArrayList<>();
    for (Strike.Turn turn : strike.turns()) {
      Duration left = Duration.between(Instant.now(), begin.plus(turn.at()));
      if (!left.isNegative()) {
        cluster.waits().out(left);
      }
      if (turn.begins()) {
        inflict(turn.hit(), leader, deadlines, notMade)
            .ifPresent(fault -> broken.put(turn.hit(), fault));
      } else {
        Optional.ofNullable(broken.get(turn.hit()))
            .filter(fault -> letGo(fault, complaints))
            .ifPresent(healing::add);
      }
    }
    healing.forEach(fault -> awaitHealed(fault, complaints));
    return notMade;
  }

  /**
   * Beside others a fault may find nothing to break: the entrypoint cannot be frozen while it is
   * stopped.
   */
  private Optional<Fault> inflict(
      Hit hit, Node firstLeader, Deadlines deadlines, List<Message> notMade) {
    try {
      return Optional.of(
          Fault.inflict(
              Faults.named(hit.fault()).on(cluster, leader().orElse(firstLeader)),
              cluster,
              deadlines));
    } catch (Exception | NotInTime e) {
      // Also what REST-assured throws undeclared, when a Patroni that was to switch over is silent.
      notMade.add(Message.text(hit.fault() + ": " + firstLine(e)));
      return Optional.empty();
    }
  }

  /** What cannot be healed is a complaint, and the storm goes on. */
  private static boolean letGo(Fault fault, List<Message> complaints) {
    try {
      return fault.letGo();
    } catch (RuntimeException e) {
      complaints.add(Message.text(firstLine(e)));
      return false;
    }
  }

  private Optional<Node> leader() {
    try {
      return Optional.of(cluster.leader());
    } catch (Exception e) {
      return Optional.empty();
    }
  }

  private static void awaitHealed(Fault fault, List<Message> complaints) {
    try {
      fault.awaitHealed();
    } catch (NotInTime e) {
      complaints.add(Message.text(firstLine(e)));
    }
  }

  /** By itself, or it is a complaint, and the cluster is helped. */
  private Duration awaitWhole(Duration silence, List<Message> complaints) {
    Instant healed = Instant.now();
    try {
      health.awaitRunningAfter(silence);
    } catch (NotInTime e) {
      complaints.add(Message.of("storm.notWhole").with("missing", firstLine(e)));
      Duration waited = Duration.between(healed, Instant.now());
      help(complaints);
      return waited;
    }
    return Duration.between(healed, Instant.now());
  }

  private void help(List<Message> complaints) {
    try {
      health.restore();
    } catch (NotInTime e) {
      complaints.add(LOST);
    }
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
  }
}
