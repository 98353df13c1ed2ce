package org.halab.fault;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.halab.cluster.Cluster;
import org.halab.deploy.Project;
import org.halab.domain.LabException;
import org.halab.domain.Node;
import org.halab.domain.OutageBound;
import org.halab.engine.ServiceContainer;
import org.halab.hosts.Host;
import org.halab.hosts.Swarm;
import org.halab.message.Message;
import org.halab.observe.DcsFiles;
import org.halab.stack.Dcs;
import org.halab.stack.DcsServers;
import org.halab.stack.EntrypointPlan;
import org.halab.stack.Stack;
import org.halab.timing.Bounds;

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

  /** A replica that is not to take over; where there is none, the one that is. */
  private Node otherReplica() {
    Node standby = standbyNode();
    return replicaNodes().stream().filter(one -> !one.equals(standby)).findFirst().orElse(standby);
  }

  /** The replica that is listed last, whether it is to take over or not. */
  public Node lastReplicaNode() {
    List<Node> replicas = replicaNodes();
    return replicas.get(replicas.size() - 1);
  }

  /** All nodes' containers in the order in which the leadership changes least. */
  public List<ServiceContainer> nodesLeaderLast() {
    List<ServiceContainer> all = new ArrayList<>(replicas());
    all.add(leader());
    return all;
  }

  /** The leader, and a replica that is not to take over. */
  public List<ServiceContainer> leaderAndReplica() {
    return List.of(leader(), cluster.access(otherReplica()));
  }

  /**
   * How long clients may be without writes while these two are gone. The one synchronous standby
   * takes over; one of several does not know whether it has each acknowledged row, and waits for
   * another.
   */
  static OutageBound withoutLeaderAndReplica(Bounds bounds, Site site) {
    return site.cluster().successorsOf(site.leaderNode()).equals(List.of(site.otherReplica()))
            || site.cluster().successorsOf(site.leaderNode()).size() > 1
        ? bounds.dcsBack()
        : bounds.crash();
  }

  public ServiceContainer synchronousStandby() {
    return cluster.access(standbyNode());
  }

  /**
   * @throws LabException if it runs on one engine alone
   */
  Swarm swarm() {
    return project()
        .swarm()
        .orElseThrow(() -> new LabException(Message.of("fault.noHosts").with("stack", stack())));
  }

  Host leadersHost() {
    return swarm().hostOf(leaderNode.service());
  }

  /** All hosts but the leader's. */
  List<Host> hostsBesideLeaders() {
    Host leaders = leadersHost();
    return swarm().members().stream().filter(one -> one != leaders).toList();
  }

  /**
   * A host without the leader that leads the swarm, or that does not; where there is none of this
   * kind, any.
   */
  Host hostBesideLeaders(boolean leadsSwarm) {
    Host leads = swarm().leader();
    return hostsBesideLeaders().stream()
        .filter(one -> (one == leads) == leadsSwarm)
        .findFirst()
        .orElseGet(() -> hostsBesideLeaders().get(0));
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

  /**
   * The member of the DCS that the others follow.
   *
   * @throws IllegalStateException if none says that it leads
   */
  public ServiceContainer dcsLeader() {
    return dcsMembers().stream()
        .filter(one -> new DcsFiles(one).leads(dcs().kind()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No member of " + dcs() + " leads"));
  }

  /** A member of the DCS that follows another; where there is but one, that one. */
  public ServiceContainer dcsFollower() {
    return dcsMembers().stream()
        .filter(one -> !new DcsFiles(one).leads(dcs().kind()))
        .findFirst()
        .orElseGet(this::dcsMember);
  }

  /** The first member of the DCS that the nodes are given. */
  public ServiceContainer dcsMember() {
    return dcsMembers().get(0);
  }

  /** As many members of the DCS as make a majority. */
  public List<ServiceContainer> dcsMajority() {
    List<ServiceContainer> members = dcsMembers();
    return members.subList(0, members.size() / 2 + 1);
  }

  /** How long clients may be without writes while one member of the DCS is gone. */
  static OutageBound withoutDcsMember(Bounds bounds, Site site) {
    return site.dcsMembers().size() > site.dcsMajority().size()
        ? bounds.otherPath()
        : bounds.dcsBack();
  }

  /** How long clients may be without writes while the replica is gone, and known to be. */
  static OutageBound withoutReplica(Bounds bounds, Site site) {
    return site.otherStandbys() ? bounds.otherPath() : bounds.standbyLost();
  }

  /** The same while nobody knows, for it is silent. */
  static OutageBound withSilentReplica(Bounds bounds, Site site) throws SQLException {
    return site.otherStandbys()
        ? bounds.otherPath()
        : bounds.standbySilent(site.walSenderTimeout());
  }

  /** Whether another standby may acknowledge what the replica does not. */
  private boolean otherStandbys() {
    return cluster.synchronousStandbys().size() > 1;
  }

  /** Every entrypoint that clients know. */
  public List<ServiceContainer> everyEntrypoint() {
    return stack().everyEntrypoint().stream().map(one -> cluster.access(one.service())).toList();
  }

  public ServiceContainer entrypoint() {
    return project().entrypointContainer();
  }

  /** The one that clients turn to last; where there is but one, that one. */
  public ServiceContainer lastEntrypoint() {
    List<EntrypointPlan> all = stack().everyEntrypoint();
    return cluster.access(all.get(all.size() - 1).service());
  }

  /** How long clients may be without writes while an entrypoint is gone. */
  static OutageBound withoutEntrypoint(Bounds bounds, Site site) {
    return site.otherEntrypoints() ? bounds.otherPath() : bounds.pathBack();
  }

  /** The same while it is silent, so that nobody tells PostgreSQL of the clients that are gone. */
  static OutageBound withSilentEntrypoint(Bounds bounds, Site site) throws SQLException {
    return site.otherEntrypoints()
        ? bounds.otherPathSilent(site.idleInTransactionTimeout())
        : bounds.pathBack();
  }

  /** The same while one ends in order. */
  static OutageBound withEntrypointStopped(Bounds bounds, Site site) {
    return site.otherEntrypoints() ? bounds.otherPathAfterStop() : bounds.pathBack();
  }

  /** Whether clients know another way in when one is gone. */
  public boolean otherEntrypoints() {
    return stack().everyEntrypoint().size() > 1;
  }

  public List<Peer> dcsPeers() {
    return dcs().members().stream()
        .map(one -> new Peer(cluster.access(one.service()), one.port()))
        .toList();
  }

  public Peer standbyPeer() {
    return postgres(standbyNode());
  }

  public Peer leaderPeer() {
    return postgres(leaderNode);
  }

  /** Where the leader's Patroni answers. */
  Peer leaderApi() {
    return new Peer(leader(), stack().settings(leaderNode).restPort());
  }

  /** What every member of the DCS answers at once. */
  Call.Question dcsQuestion() {
    return dcs().kind() == Dcs.ETCD ? Call.Question.HTTP : Call.Question.ZOOKEEPER;
  }

  /** Every entrypoint that clients know. */
  public List<Peer> entrypointPeers() {
    return stack().everyEntrypoint().stream()
        .map(one -> new Peer(cluster.access(one.service()), one.port()))
        .toList();
  }

  private Peer postgres(Node node) {
    return new Peer(cluster.access(node), stack().settings(node).postgresPort());
  }

  /** Everyone that the leader talks to of itself: the DCS and its replicas. */
  public List<Peer> peersOfLeader() {
    return Stream.concat(dcsPeers().stream(), replicaNodes().stream().map(this::postgres)).toList();
  }

  /** Everyone that some part can talk to, by whom it can be told whether it is cut off. */
  public List<Peer> peersOf(ServiceContainer part) {
    return Stream.concat(dcsPeers().stream(), cluster.nodes().stream().map(this::postgres))
        .filter(peer -> !peer.container().service().equals(part.service()))
        .toList();
  }

  /** Where a node's PostgreSQL has its data, in its container. */
  public String dataDirectory(Node node) {
    return stack().settings(node).dataDirectory();
  }

  /** PostgreSQL's wal_sender_timeout on the node that leads now. */
  public Duration walSenderTimeout() throws SQLException {
    return milliseconds(cluster.leader(), "wal_sender_timeout");
  }

  /** PostgreSQL's wal_receiver_timeout on the node that is to take over. */
  Duration walReceiverTimeout() throws SQLException {
    return milliseconds(standbyNode(), "wal_receiver_timeout");
  }

  /** PostgreSQL's idle_in_transaction_session_timeout on the node that leads now; 0 is none. */
  private Duration idleInTransactionTimeout() throws SQLException {
    return milliseconds(cluster.leader(), "idle_in_transaction_session_timeout");
  }

  private Duration milliseconds(Node node, String setting) throws SQLException {
    String millis =
        cluster
            .sql(node)
            .query("SELECT setting FROM pg_settings WHERE name = '" + setting + "'")
            .value();
    return Duration.ofMillis(Long.parseLong(millis));
  }
}
