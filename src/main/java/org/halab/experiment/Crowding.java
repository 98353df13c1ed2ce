package org.halab.experiment;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.halab.cluster.Cluster;
import org.halab.cluster.Health;
import org.halab.cluster.Roles;
import org.halab.domain.MessageTable;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.fault.ContainerDown;
import org.halab.fault.Fault;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.workload.Crowd;

/** Many clients at the entrypoint, and what becomes of them when leaders are lost. */
public final class Crowding implements AutoCloseable {
  private static final Duration SHUT_OUT = Duration.ofSeconds(20);

  /** A crowd's clients are answered once a second, unless they wait for a time-out of 4 s. */
  private static final Deadline ALL =
      new Deadline(
          Message.of("experiment.crowdDeadline"),
          Duration.ofSeconds(30),
          Message.of("experiment.crowdDeadline.why"));

  private final Cluster cluster;
  private final Crowd crowd;
  private final List<List<Object>> failovers = new ArrayList<>();
  private final List<Long> served = new ArrayList<>();

  public Crowding(Cluster cluster, int clients) {
    this.cluster = cluster;
    this.crowd = new Crowd(cluster.entrypoint(), clients);
    awaitAllServed(Instant.now());
  }

  public int size() {
    return crowd.size();
  }

  /** Waits until every client has a session, and somebody was answered since a moment. */
  public void awaitAllServed(Instant since) {
    cluster
        .waits()
        .until(
            ALL,
            Message.of("experiment.wait.allServed").with("count", String.valueOf(crowd.size())),
            crowd::connected,
            connected -> connected == crowd.size() && crowd.lastAnswer().isAfter(since));
  }

  /**
   * What was seen of an entrypoint that answers few.
   *
   * @param clients the most that had a session at any look
   */
  public record ShutOut(Instant serverUp, Instant since, long clients) {
    private Duration length() {
      return Duration.between(since, Instant.now());
    }

    private ShutOut seen(long connected, int all) {
      return connected < all
          ? new ShutOut(serverUp, since, Math.max(clients, connected))
          : new ShutOut(serverUp, Instant.now(), 0);
    }
  }

  /**
   * Waits until HAProxy has had the new leader's server UP for 20 seconds, four time-outs of a
   * client, and in none of them all clients had a session: before that it would be the failover
   * that shuts them out. How many places HAProxy keeps for those that gave up is chance: all
   * hundred as a rule, or so few that ten or forty-five of eighty clients get in.
   *
   * @param since the fault
   */
  public ShutOut awaitShutOut(Node leader, Instant since) {
    Instant up = serverUp(leader, since);
    Deadline deadline =
        new Deadline(
            Message.of("experiment.shutOutDeadline"),
            cluster.deadlines().crashFailover().limit().plus(SHUT_OUT.multipliedBy(2)),
            Message.of("experiment.shutOutDeadline.why"));
    AtomicReference<ShutOut> shutOut = new AtomicReference<>(new ShutOut(up, up, 0));
    cluster
        .waits()
        .until(
            deadline,
            Message.of("experiment.wait.shutOut").with("time", SHUT_OUT),
            () -> {
              long connected = crowd.connected();
              shutOut.updateAndGet(before -> before.seen(connected, crowd.size()));
              return connected;
            },
            connected -> shutOut.get().length().compareTo(SHUT_OUT) > 0);
    return shutOut.get();
  }

  /** By HAProxy's log, for its page is not answered either while all its places are taken. */
  private Instant serverUp(Node node, Instant since) {
    String server =
        cluster.balancer().nodesByServer().entrySet().stream()
            .filter(one -> one.getValue().equals(node.service()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    return new Roles(cluster)
        .awaitLog(
            cluster.project().stack().entrypoint().service(),
            since,
            Message.of("experiment.wait.serverUp").with("server", server),
            "Server \\S+/" + server + " is UP",
            cluster.deadlines().entrypointSwitched())
        .get(0)
        .at();
  }

  /** Loses the leader, sees all clients served by the next one, and lets the lost one return. */
  public void loseTheLeader(int times) throws SQLException {
    for (int i = 1; i <= times; i++) {
      Node leader = cluster.leader();
      Node next = cluster.successorOf(leader);
      try (Fault fault = Fault.inflict(ContainerDown.stopped(cluster.access(leader)), cluster)) {
        new Roles(cluster).awaitLeads(next, cluster.deadlines().gracefulFailover());
        new Health(cluster).awaitWrites();
        awaitAllServed(Instant.now());
        failovers.add(
            List.of(
                i,
                leader.member(),
                next.member(),
                Duration.between(fault.at(), Instant.now()),
                crowd.connected()));
        served.add(crowd.connected());
      }
      new Health(cluster).awaitFollowing();
    }
  }

  /** Each failover, and how soon after it all clients were served. */
  public MessageTable failovers() {
    return new MessageTable(
        List.of(
            Message.of("experiment.failovers.number"),
            Message.of("experiment.failovers.old"),
            Message.of("experiment.failovers.new"),
            Message.of("experiment.failovers.served"),
            Message.of("experiment.failovers.clients")),
        failovers);
  }

  /** How many clients were connected after each failover. */
  public List<Long> servedAfterEach() {
    return served;
  }

  /** The states of HAProxy's connections, counted, from the kernel's table in its container. */
  public Table connections() {
    String output =
        cluster
            .project()
            .entrypointContainer()
            .exec("sh", "-c", "cat /proc/net/tcp /proc/net/tcp6")
            .output();
    return SocketStates.count(output);
  }

  @Override
  public void close() {
    crowd.close();
  }
}
