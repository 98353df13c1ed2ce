package org.halab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.deploy.Deployment;
import org.halab.deploy.Project;
import org.halab.domain.BalancerServer;
import org.halab.domain.ClusterView;
import org.halab.domain.Node;
import org.halab.domain.ReplicationSettings;
import org.halab.domain.Settings;
import org.halab.domain.Table;
import org.halab.engine.ServiceContainer;
import org.halab.observe.Balancer;
import org.halab.observe.LeaderKey;
import org.halab.observe.Logins;
import org.halab.observe.PatroniRest;
import org.halab.observe.SettingsReader;
import org.halab.observe.Sql;
import org.halab.stack.DcsMember;
import org.halab.stack.EntrypointPlan;
import org.halab.stack.HaproxyConfig;
import org.halab.timing.Bounds;
import org.halab.timing.Deadlines;
import org.halab.timing.Wait;

/** One deployed cluster and everything to be asked of it. */
public final class Cluster implements AutoCloseable {
  private static final int TIMELINE_DIGITS = 8;

  /** In milliseconds, but one, which is in seconds. */
  private static final String REPLICATION_SETTINGS =
      """
      SELECT name, setting::bigint * CASE unit WHEN 's' THEN 1000 ELSE 1 END
      FROM pg_settings WHERE name IN ('%s')"""
          .formatted(String.join("', '", ReplicationSettings.DEFAULTS.named().keySet()));

  private final Project project;
  private final Logins superusers;
  private final Wait waits;
  private final Map<Node, PatroniRest> patroni = new HashMap<>();
  private final SilentNodes silent = new SilentNodes(InstantSource.system());
  private final List<Balancer> balancers;

  private Cluster(Project project) {
    this.project = project;
    this.balancers = Balancer.each(project);
    this.superusers =
        new Logins(
            project.stack().members().stream().map(one -> one.settings().superuser()).toList());
    this.waits = new Wait(new Diagnosis(project)::whereToLook);
    project.stack().nodes().forEach(n -> patroni.put(n, new PatroniRest(() -> project.patroni(n))));
  }

  /** Starts the containers of a project; see {@link Health} for when it is a running cluster. */
  public static Cluster deploy(Project project) {
    Deployment.up(project);
    return new Cluster(project);
  }

  public Project project() {
    return project;
  }

  public List<Node> nodes() {
    return project.stack().nodes();
  }

  public ServiceContainer access(Node node) {
    return project.access(node);
  }

  public ServiceContainer access(String service) {
    return project.access(service);
  }

  public PatroniRest patroni(Node node) {
    return patroni.get(node);
  }

  /** Straight to one node's database. */
  public Sql sql(Node node) {
    return new Sql(() -> project.postgres(node), superusers);
  }

  /** The database as clients know it: through the entrypoint, or any of several. */
  public Sql entrypoint() {
    int ways = project.stack().everyEntrypoint().size();
    return ways <= 1
        ? new Sql(project::entrypoint, superusers)
        : Sql.byAnyOf(project::everyEntrypoint, ways, superusers);
  }

  /**
   * The database through any of the pools that the project's {@code x-lab} block names.
   *
   * @param settings which of them: those of one name are alike
   */
  public Sql byPool(String settings) {
    List<Map.Entry<String, JsonNode>> pools =
        project.printed().root().path("x-lab").path("pools").path(settings).properties().stream()
            .toList();
    return Sql.byAnyOf(
        () ->
            pools.stream()
                .map(one -> project.address(one.getKey(), one.getValue().asInt()))
                .toList(),
        pools.size(),
        superusers);
  }

  /** The database by the driver's own routing among all nodes. */
  public Sql byDriver() {
    return Sql.primaryOf(nodes().stream().map(project::postgres).toList(), superusers);
  }

  /**
   * The first entrypoint.
   *
   * @throws org.halab.domain.LabException if the project has none
   */
  public Balancer balancer() {
    project.stack().entrypoint();
    return balancers.get(0);
  }

  /** Every entrypoint that tells of itself, the first one first. */
  public List<Balancer> balancers() {
    return balancers;
  }

  /** The configuration of the running HAProxy. */
  public HaproxyConfig haproxyConfig() {
    return SettingsReader.haproxy(project);
  }

  /** A node's server behind the entrypoint, as that sees it now; empty if there is none. */
  public Optional<BalancerServer> serverOf(Node node) {
    return balancer().serverOf(node);
  }

  /** The leader key in the DCS itself; the caller closes it. */
  public LeaderKey leaderKey() {
    return LeaderKey.of(project);
  }

  /** The same as one member of the DCS has it. */
  LeaderKey leaderKey(DcsMember member) {
    return LeaderKey.of(project, List.of(member));
  }

  /**
   * The members, as the first node that answers sees them.
   *
   * @throws IllegalStateException if no node answers
   */
  public ClusterView view() {
    return viewOf(nodes());
  }

  /**
   * The members, as the first of these nodes that answers sees them. One that did not answer a
   * moment ago is asked last; one that was busy is asked once more, if no other answers.
   *
   * @throws IllegalStateException if none does
   */
  ClusterView viewOf(List<Node> asked) {
    try {
      return silent.ask(asked, node -> patroni(node).cluster());
    } catch (IllegalStateException e) {
      return silent.ask(asked, node -> patroni(node).cluster());
    }
  }

  /**
   * The node that leads now.
   *
   * @throws IllegalStateException if none does
   */
  public Node leader() {
    return leaderIn(view())
        .orElseThrow(() -> new IllegalStateException("No member leads the cluster now"));
  }

  /** The node that a view names as the leader. */
  public Optional<Node> leaderIn(ClusterView view) {
    return view.leader().flatMap(leader -> nodeOf(leader.name()));
  }

  public Optional<Node> nodeOf(String member) {
    return nodes().stream().filter(node -> node.member().equals(member)).findFirst();
  }

  /** The nodes that do not lead now. */
  public List<Node> replicas() {
    return except(leader());
  }

  /** All nodes but one. */
  public List<Node> except(Node node) {
    return nodes().stream().filter(one -> !one.equals(node)).toList();
  }

  /** The synchronous standbys, by what the first node that answers says. */
  public List<Node> synchronousStandbys() {
    return view().members().stream()
        .filter(member -> member.role().synchronous())
        .flatMap(member -> nodeOf(member.name()).stream())
        .toList();
  }

  /**
   * The nodes of which one is to take over from a leader: its synchronous standbys; where there are
   * none, or nobody says, all others.
   */
  public List<Node> successorsOf(Node leader) {
    List<Node> standbys;
    try {
      standbys = synchronousStandbys().stream().filter(one -> !one.equals(leader)).toList();
    } catch (IllegalStateException e) {
      standbys = List.of();
    }
    return standbys.isEmpty() ? except(leader) : standbys;
  }

  /** The node that is to take over from a leader, or the first of those that may. */
  public Node successorOf(Node leader) {
    return successorsOf(leader).get(0);
  }

  /** The leader, beside this node; while another node does not lead, one that could. */
  public Node leaderBeside(Node node) {
    Optional<Node> leads;
    try {
      leads = leaderIn(view());
    } catch (IllegalStateException e) {
      leads = Optional.empty();
    }
    return leads.filter(one -> !one.equals(node)).orElse(except(node).get(0));
  }

  /** The cluster's configuration now, or that of its files while no node answers. */
  public Settings settings() {
    try {
      return silent.ask(nodes(), node -> SettingsReader.live(project, patroni(node)));
    } catch (IllegalStateException e) {
      return SettingsReader.fromFiles(project);
    }
  }

  /** What a node's PostgreSQL goes by now. */
  public ReplicationSettings replicationSettings(Node node) throws SQLException {
    Map<String, Duration> values = new HashMap<>();
    Table answer = sql(node).query(REPLICATION_SETTINGS);
    for (List<String> row : answer.rows()) {
      values.put(row.get(0), Duration.ofMillis(Long.parseLong(row.get(1))));
    }
    return ReplicationSettings.of(values::get);
  }

  /** The deadlines by the cluster's configuration now. */
  public Deadlines deadlines() {
    return new Deadlines(settings());
  }

  /** How long clients may be without writes, by the cluster's configuration now. */
  public Bounds bounds() {
    return new Bounds(settings());
  }

  /**
   * The timeline that a node's PostgreSQL writes, from the name of its WAL file.
   *
   * @throws SQLException if it is in recovery, and so writes none
   */
  public int timelineOf(Node node) throws SQLException {
    String file = sql(node).query("SELECT pg_walfile_name(pg_current_wal_lsn())").value();
    return Integer.parseInt(file.substring(0, TIMELINE_DIGITS), 16);
  }

  public Wait waits() {
    return waits;
  }

  /**
   * Commits a transaction through the entrypoint that leaves nothing behind.
   *
   * @throws SQLException if it is refused
   */
  void writeThroughEntrypoint() throws SQLException {
    write(entrypoint());
  }

  /**
   * The same through each of several entrypoints.
   *
   * @throws SQLException if one refuses it
   */
  void writeThroughEachEntrypoint() throws SQLException {
    for (EntrypointPlan one : project.stack().everyEntrypoint()) {
      write(new Sql(() -> project.address(one), superusers));
    }
  }

  private static void write(Sql client) throws SQLException {
    client.execute("CREATE TABLE lab_probe (); DROP TABLE lab_probe");
  }

  /** The containers as {@code docker} lists them. */
  public Table containers() {
    return project.listed();
  }

  /** Removes the cluster and all its data. */
  @Override
  public void close() {
    Deployment.down(project);
  }

  @Override
  public String toString() {
    return project.name();
  }
}
