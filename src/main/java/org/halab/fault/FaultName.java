package org.halab.fault;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.domain.OutageBound;
import org.halab.engine.ServiceContainer;
import org.halab.fault.CutOff.Peer;
import org.halab.message.Message;
import org.halab.observe.DcsFiles;
import org.halab.stack.Dcs;
import org.halab.stack.DcsServers;
import org.halab.stack.Stack;
import org.halab.timing.Bounds;

/** Every fault, as the features name it, with how long clients may then be without writes. */
public enum FaultName {
  LEADER_STOPPED("the leader is stopped", s -> ContainerDown.stopped(s.leader()), Limit.GRACEFUL),
  LEADER_KILLED("the leader is killed", s -> ContainerDown.killed(s.leader()), Limit.CRASH),
  LEADER_FROZEN("the leader is frozen", s -> new ContainerFrozen(s.leader()), Limit.CRASH),
  LEADER_DATA_LOST(
      "the leader is stopped and its volume lost",
      s -> new VolumeLost(s.project(), s.leader(), s.data()),
      Limit.GRACEFUL),
  POSTGRES_KILLED(
      "the leader's PostgreSQL is killed", s -> new PostgresKilled(s.leader()), Limit.RESTART),
  PATRONI_KILLED("the leader's Patroni is killed", s -> new PatroniKilled(s.leader()), Limit.CRASH),
  PATRONI_FROZEN("the leader's Patroni is frozen", s -> new PatroniFrozen(s.leader()), Limit.CRASH),
  REPLICA_STOPPED("the replica is stopped", s -> ContainerDown.stopped(s.replica()), Limit.STANDBY),
  REPLICA_KILLED("the replica is killed", s -> ContainerDown.killed(s.replica()), Limit.STANDBY),
  REPLICA_FROZEN("the replica is frozen", s -> new ContainerFrozen(s.replica()), Limit.SILENT),
  LEADER_WITHOUT_DCS(
      "the leader is cut off from the DCS",
      s -> CutOff.from(s.project(), s.leader(), Message.text(s.dcs()), s.dcsPeers()),
      Limit.LOCK),
  LEADER_WITHOUT_REPLICA(
      "the leader is cut off from the replica",
      s -> CutOff.from(s.project(), s.leader(), Message.of("fault.peer.replica"), s.other()),
      Limit.SILENT),
  LEADER_WITHOUT_CLIENTS(
      "the leader is cut off from clients and the entrypoint",
      s ->
          CutOff.fromAndHost(
              s.project(), s.leader(), Message.of("fault.peer.clients"), s.entrypointPeer()),
      Limit.PATH),
  LEADER_ALONE(
      "the leader is cut off from everything",
      s -> CutOff.fromEverything(s.project(), s.leader(), s.dcsPeers(s.other())),
      Limit.CRASH),
  DCS_STOPPED(
      "the DCS is stopped",
      s ->
          s.wholeDcs(
              Message.of("fault.dcs.stopped").with("dcs", s.dcs()),
              one -> ContainerDown.stopped(one)),
      Limit.DCS),
  DCS_KILLED(
      "the DCS is killed",
      s ->
          s.wholeDcs(
              Message.of("fault.dcs.killed").with("dcs", s.dcs()),
              one -> ContainerDown.killed(one)),
      Limit.DCS),
  DCS_FROZEN(
      "the DCS is frozen",
      s ->
          s.wholeDcs(
              Message.of("fault.dcs.frozen").with("dcs", s.dcs()), one -> new ContainerFrozen(one)),
      Limit.DCS),
  DCS_MEMBER_KILLED(
      "a member of the DCS is killed", s -> ContainerDown.killed(s.dcsMembers().get(0)), Limit.DCS),
  DCS_DATA_LOST(
      "the DCS loses its data", s -> new DataLost(s.dcsMembers(), s::dcsData), Limit.LOCK),
  ENTRYPOINT_STOPPED(
      "the entrypoint is stopped", s -> ContainerDown.stopped(s.entrypoint()), Limit.PATH),
  ENTRYPOINT_KILLED(
      "the entrypoint is killed", s -> ContainerDown.killed(s.entrypoint()), Limit.PATH),
  ENTRYPOINT_FROZEN(
      "the entrypoint is frozen", s -> new ContainerFrozen(s.entrypoint()), Limit.PATH),
  SWITCHOVER(
      "the leadership is handed to the other node",
      s -> Interventions.switchover(s.cluster, s.leaderNode),
      Limit.GRACEFUL),
  RESTART(
      "the leader's PostgreSQL is restarted through Patroni",
      s -> Interventions.restart(s.cluster, s.leaderNode),
      Limit.RESTART),
  REINITIALIZE(
      "the replica is given a fresh copy through Patroni",
      s -> Interventions.reinitialize(s.cluster, s.cluster.successorOf(s.leaderNode)),
      Limit.STANDBY),
  BOTH_KILLED("both nodes are killed", s -> Interventions.bothKilled(s.cluster), Limit.DCS),
  DISK_FULL("the leader's disk is full", s -> new DiskFull(s.leader(), s.data()), Limit.PATH);

  private static final Map<String, FaultName> BY_WORDS =
      Stream.of(values()).collect(Collectors.toMap(one -> one.words, one -> one));

  private interface Making {
    FaultAction of(Site site);
  }

  private interface Limit {
    Limit GRACEFUL = (bounds, cluster) -> bounds.graceful();
    Limit CRASH = (bounds, cluster) -> bounds.crash();
    Limit LOCK = (bounds, cluster) -> bounds.lockLost();
    Limit RESTART = (bounds, cluster) -> bounds.restartInPlace();
    Limit STANDBY = (bounds, cluster) -> bounds.standbyLost();
    Limit SILENT = (bounds, cluster) -> bounds.standbySilent(walSenderTimeout(cluster));
    Limit DCS = (bounds, cluster) -> bounds.dcsBack();
    Limit PATH = (bounds, cluster) -> bounds.pathBack();

    OutageBound of(Bounds bounds, Cluster cluster) throws SQLException;
  }

  private final String words;
  private final Making making;
  private final Limit limit;

  FaultName(String words, Making making, Limit limit) {
    this.words = words;
    this.making = making;
    this.limit = limit;
  }

  /** As a step says it: {@code the leader is stopped}. */
  public String words() {
    return words;
  }

  /** All that a step can say, as a regular expression. */
  public static String pattern() {
    return Stream.of(values()).map(FaultName::words).collect(Collectors.joining("|"));
  }

  public static FaultName named(String words) {
    return BY_WORDS.get(words);
  }

  public FaultAction on(Cluster cluster, Node leader) {
    return making.of(new Site(cluster, leader));
  }

  /** Whether the check of this fault's effect finds none while none was made. */
  public boolean pretendedIsNoticed(Cluster cluster, Node leader) {
    FaultAction pretended = new Pretended(on(cluster, leader));
    pretended.inflict();
    return !pretended.inEffect();
  }

  public OutageBound bound(Cluster cluster) throws SQLException {
    return limit.of(cluster.bounds(), cluster);
  }

  private static Duration walSenderTimeout(Cluster cluster) throws SQLException {
    String millis =
        cluster
            .sql(cluster.leader())
            .query("SELECT setting FROM pg_settings WHERE name = 'wal_sender_timeout'")
            .value();
    return Duration.ofMillis(Long.parseLong(millis));
  }

  /** Where a fault strikes: the parts of a cluster by their part in it. */
  private record Site(Cluster cluster, Node leaderNode) {

    org.halab.deploy.Project project() {
      return cluster.project();
    }

    Stack stack() {
      return cluster.project().stack();
    }

    ServiceContainer leader() {
      return cluster.access(leaderNode);
    }

    ServiceContainer replica() {
      return cluster.access(cluster.successorOf(leaderNode));
    }

    String data() {
      return stack().settings(leaderNode).dataDirectory();
    }

    String dcsData(ServiceContainer server) {
      DcsFiles files = new DcsFiles(server);
      return dcs().kind() == Dcs.ETCD ? files.etcdData() : files.zookeeperData();
    }

    DcsServers dcs() {
      return stack().dcs();
    }

    List<ServiceContainer> dcsMembers() {
      return dcs().services().stream().map(cluster::access).toList();
    }

    FaultAction wholeDcs(Message done, Function<ServiceContainer, FaultAction> broken) {
      return Together.all(done, dcsMembers().stream().map(broken).toList());
    }

    ServiceContainer entrypoint() {
      return cluster.project().entrypointContainer();
    }

    Peer[] dcsPeers(Peer... further) {
      return Stream.concat(
              dcs().members().stream().map(one -> new Peer(one.service(), one.port())),
              Stream.of(further))
          .toArray(Peer[]::new);
    }

    Peer other() {
      Node other = cluster.successorOf(leaderNode);
      return new Peer(other.service(), stack().settings(other).postgresPort());
    }

    Peer entrypointPeer() {
      return new Peer(stack().entrypoint().service(), stack().entrypoint().port());
    }
  }
}
