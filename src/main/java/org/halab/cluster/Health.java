package org.halab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.halab.domain.ClusterView;
import org.halab.domain.Node;
import org.halab.domain.Role;
import org.halab.domain.Table;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;
import org.halab.timing.NotInTime;

/** Brings a cluster to what {@link RunningCluster} says, and waits for what it must be. */
public final class Health {
  /** Counted, not estimated: the statistics of a new leader begin at nothing. */
  private static final String ROWS_OF_ALL_TABLES =
      """
      SELECT table_name, (xpath('/row/count/text()', query_to_xml(
               format('SELECT count(*) FROM %I', table_name), false, true, '')))[1]::text AS rows
        FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1""";

  /** Who receives changes from a node, and how far it has got. */
  public static final String REPLICATION =
      "SELECT application_name, state, sync_state, sent_lsn, replay_lsn"
          + " FROM pg_stat_replication ORDER BY application_name";

  private final Cluster cluster;
  private final Consumer<Message> progress;
  private Deadlines deadlines;

  /** Of a cluster in which nothing is to be mended. */
  public Health(Cluster cluster) {
    this(cluster, line -> {});
  }

  /**
   * @param progress told of what had to be mended
   */
  public Health(Cluster cluster, Consumer<Message> progress) {
    this.cluster = cluster;
    this.progress = progress;
  }

  /**
   * Waits until one node leads.
   *
   * @throws NotInTime if none does within the leader election deadline
   */
  public void awaitLeader() {
    await(Condition.LEADER, deadlines().leaderElected());
  }

  private Duration await(Condition condition, Deadline deadline) {
    return condition.await(cluster, deadline).after();
  }

  /**
   * Makes a running cluster of one that was just deployed, or that an experiment has used: stopped
   * containers are started, and a member that cannot follow any more is given a fresh copy.
   *
   * @throws NotInTime if it does not get there
   */
  public void restore() {
    startStopped();
    awaitLeader();
    hurried(this::restoreMembers);
    awaitRunning();
  }

  /**
   * Makes a cluster of which one node leads and the others follow, whatever else its files ask for:
   * an entrypoint that writes need not be there, and a synchronous standby only where Patroni is to
   * have one, for before that it would not replace a lost leader.
   *
   * @param limit for all of it, if the cluster was just deployed
   * @throws NotInTime if it does not get there
   */
  public void restoreFollowers(Deadline limit) {
    startStopped();
    await(Condition.LEADER, limit);
    await(Condition.LOCK_IS_THE_LEADERS, limit);
    Condition restored = synchronous() ? Condition.SYNCHRONOUS_STANDBY : Condition.REPLICAS_STREAM;
    hurried(() -> restoreMembers(restored, limit));
  }

  /** Patroni takes "on", "true", "quorum" and the like; "off" is what YAML reads as false. */
  private boolean synchronous() {
    JsonNode mode = config().path("synchronous_mode");
    return mode.asBoolean() || mode.isTextual() && !mode.asText().matches("(?i)off|false|no|");
  }

  /** A node that has just become the first leader may not have read it from the DCS yet. */
  private JsonNode config() {
    return cluster
        .waits()
        .until(
            deadlines().leaderElected(),
            Message.of("cluster.wait.config"),
            () -> cluster.patroni(cluster.leader()).config(),
            JsonNode::isObject)
        .value();
  }

  private void restoreMembers() {
    restoreMembers(Condition.SYNCHRONOUS_STANDBY, deadlines().standbyAssigned());
  }

  private void restoreMembers(Condition restored, Deadline limit) {
    Set<Node> copied = new HashSet<>();
    Optional<Node> lost = Optional.empty();
    do {
      cluster
          .waits()
          .until(
              limit,
              Message.of("cluster.wait.members"),
              () -> restored.look().at(cluster),
              seen -> seen.holds() || lostMember(copied).isPresent());
      lost = lostMember(copied);
      lost.ifPresent(this::copyAnew);
      lost.ifPresent(copied::add);
    } while (lost.isPresent());
    await(restored, limit);
  }

  private void copyAnew(Node lost) {
    progress.accept(
        Message.of("cluster.freshCopy")
            .with("node", lost)
            .with("log", DivergedTimeline.complaintOf(cluster, lost).orElse("")));
    cluster.patroni(lost).reinitialize();
  }

  /**
   * Does something while Patroni's rounds are one second long. Patroni notices a new replica at its
   * next round, up to loop_wait later, and makes it synchronous at the one after; for getting a
   * cluster ready the rounds are made shorter through Patroni's own API, and put back before the
   * cluster is used. Each node is told, for a node that is told looks at the cluster at once.
   */
  private void hurried(Runnable work) {
    if (cluster.view().healthy(cluster.nodes().size())) {
      work.run();
      return;
    }
    JsonNode printed = config().path("loop_wait");
    Integer asPrinted = printed.isNumber() ? printed.asInt() : null;
    setLoopWait(1);
    try {
      work.run();
    } catch (RuntimeException | AssertionError e) {
      try {
        setLoopWait(asPrinted);
      } catch (Exception another) {
        e.addSuppressed(another);
      }
      throw e;
    }
    setLoopWait(asPrinted);
  }

  /** Waits until a node that came back follows again, hurried as when a cluster gets ready. */
  public void awaitFollowing() {
    awaitLeader();
    hurried(this::restoreMembers);
  }

  /**
   * Waits until all is as in a running cluster, the standby's data included.
   *
   * @throws NotInTime if it does not get there
   */
  public void awaitRunning() {
    awaitRunningAfter(Duration.ZERO);
  }

  /**
   * The same, when a link between nodes carried nothing for a while.
   *
   * @param silence for how long that may hold them up
   * @throws NotInTime if it does not get there
   */
  public void awaitRunningAfter(Duration silence) {
    for (Condition condition : RunningCluster.CONDITIONS) {
      await(condition, deadlineOf(condition, silence));
    }
  }

  private Deadline deadlineOf(Condition condition, Duration silence) {
    if (condition == Condition.LEADER) {
      return deadlines().leaderElected();
    }
    if (condition == Condition.STANDBY_COUNTS) {
      return silence.isZero() ? deadlines().replicated() : deadlines().replicatedAfter(silence);
    }
    return condition == Condition.EACH_ENTRYPOINT_WRITES
        ? entrypointLeadsAgain()
        : deadlines().standbyAssigned();
  }

  /**
   * Waits until a write through the entrypoint succeeds, after a failover that may only have begun.
   *
   * @throws org.halab.domain.LabException if there is no entrypoint to wait for
   * @return how long it took from the call
   */
  public Duration awaitWrites() {
    cluster.project().stack().entrypoint();
    return await(Condition.ENTRYPOINT_WRITES, entrypointLeadsAgain());
  }

  /**
   * Waits until a write through the entrypoint succeeds, where the leader has been there for some
   * time.
   */
  public void awaitServed() {
    await(Condition.ENTRYPOINT_WRITES, deadlines().entrypointSwitched());
  }

  /**
   * Waits until a read through the entrypoint succeeds; returns each table with its count of rows.
   */
  public Table awaitReads() {
    return cluster
        .waits()
        .until(
            entrypointLeadsAgain(),
            Message.of("cluster.wait.read"),
            () -> cluster.entrypoint().query(ROWS_OF_ALL_TABLES),
            table -> true)
        .value();
  }

  /** By the configuration when first asked, which is not the hurried one. */
  private Deadlines deadlines() {
    if (deadlines == null) {
      deadlines = cluster.deadlines();
    }
    return deadlines;
  }

  private Deadline entrypointLeadsAgain() {
    Deadline failover = deadlines().crashFailover();
    Deadline entrypoint = deadlines().entrypointSwitched();
    return new Deadline(
        entrypoint.name(),
        failover.limit().plus(entrypoint.limit()),
        Message.of("cluster.then")
            .with("first", failover.derivation())
            .with("second", entrypoint.derivation()));
  }

  /** What the leader's PostgreSQL knows of those who stream from it. */
  public Table replication() throws SQLException {
    return cluster.sql(cluster.leader()).query(REPLICATION);
  }

  private void startStopped() {
    for (String service : cluster.project().stack().services()) {
      if (cluster.access(service).start()) {
        progress.accept(Message.of("cluster.startedAgain").with("service", service));
      }
    }
  }

  /**
   * A replica whose history parted from the leader's: only a fresh copy, or a rewind, helps.
   *
   * @param copied those that were given a copy already
   */
  private Optional<Node> lostMember(Set<Node> copied) {
    ClusterView view = cluster.view();
    for (Node node : cluster.nodes()) {
      boolean replicaWithoutStream =
          view.member(node.member())
              .filter(member -> member.role() == Role.REPLICA)
              .filter(member -> !member.state().equals("streaming"))
              .isPresent();
      if (replicaWithoutStream
          && !copied.contains(node)
          && DivergedTimeline.complaintOf(cluster, node).isPresent()) {
        return Optional.of(node);
      }
    }
    return Optional.empty();
  }

  private void setLoopWait(Integer seconds) {
    Map<String, Object> change = new HashMap<>();
    change.put("loop_wait", seconds);
    cluster.patroni(cluster.leader()).patchConfig(change);
    for (Node replica : cluster.replicas()) {
      try {
        cluster.patroni(replica).patchConfig(change);
      } catch (Exception e) {
        // A node that does not answer yet will find the configuration as it is when it does.
      }
    }
  }
}
