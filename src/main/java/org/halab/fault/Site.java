package org.halab.fault;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.halab.cluster.Cluster;
import org.halab.deploy.Project;
import org.halab.domain.Node;
import org.halab.engine.ServiceContainer;
import org.halab.observe.DcsFiles;
import org.halab.stack.Dcs;
import org.halab.stack.DcsServers;
import org.halab.stack.Stack;

/**
 * Where a fault strikes: the parts of a cluster by their part in it. What a stack calls them and
 * how many there are is known here alone.
 *
 * @param leaderNode who led when the fault was made; that stays so, whoever leads later
 */
public record Site(Cluster cluster, Node leaderNode) {
  /** Someone a node can be cut off from, and a port that tells whether it is. */
  public record Peer(ServiceContainer container, int port) {}

  public Project project() {
    return cluster.project();
  }

  private Stack stack() {
    return project().stack();
  }

  public ServiceContainer leader() {
    return cluster.access(leaderNode);
  }

  public List<Node> replicaNodes() {
    return cluster.except(leaderNode);
  }

  public List<ServiceContainer> replicas() {
    return replicaNodes().stream().map(cluster::access).toList();
  }

  /** The replica that is to take over: what the features call "the replica". */
  public Node standbyNode() {
    return cluster.successorOf(leaderNode);
  }

  public ServiceContainer synchronousStandby() {
    return cluster.access(standbyNode());
  }

  /** All nodes' containers. */
  public List<ServiceContainer> nodes() {
    return cluster.nodes().stream().map(cluster::access).toList();
  }

  /** What keeps the leader key. */
  public DcsServers dcs() {
    return stack().dcs();
  }

  public List<ServiceContainer> dcsMembers() {
    return dcs().services().stream().map(cluster::access).toList();
  }

  /** Where a member of the DCS keeps all it knows, in its container. */
  public String dcsData(ServiceContainer member) {
    DcsFiles files = new DcsFiles(member);
    return dcs().kind() == Dcs.ETCD ? files.etcdData() : files.zookeeperData();
  }

  public ServiceContainer entrypoint() {
    return project().entrypointContainer();
  }

  public List<Peer> dcsPeers() {
    return dcs().members().stream()
        .map(one -> new Peer(cluster.access(one.service()), one.port()))
        .toList();
  }

  public Peer standbyPeer() {
    return postgres(standbyNode());
  }

  public Peer entrypointPeer() {
    return new Peer(entrypoint(), stack().entrypoint().port());
  }

  private Peer postgres(Node node) {
    return new Peer(cluster.access(node), stack().settings(node).postgresPort());
  }

  /** Everyone that the leader talks to of itself: the DCS and its replicas. */
  public List<Peer> peersOfLeader() {
    return Stream.concat(dcsPeers().stream(), replicaNodes().stream().map(this::postgres)).toList();
  }

  /** Where a node's PostgreSQL has its data, in its container. */
  public String dataDirectory(Node node) {
    return stack().settings(node).dataDirectory();
  }

  /** PostgreSQL's wal_sender_timeout on the node that leads now. */
  public Duration walSenderTimeout() throws SQLException {
    String millis =
        cluster
            .sql(cluster.leader())
            .query("SELECT setting FROM pg_settings WHERE name = 'wal_sender_timeout'")
            .value();
    return Duration.ofMillis(Long.parseLong(millis));
  }
}
