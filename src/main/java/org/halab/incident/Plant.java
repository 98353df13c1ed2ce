package org.halab.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halab.cluster.Cluster;
import org.halab.cluster.Roles;
import org.halab.deploy.Project;
import org.halab.domain.Node;
import org.halab.domain.Operation;
import org.halab.engine.Command;
import org.halab.engine.CommandResult;
import org.halab.engine.ServiceContainer;
import org.halab.experiment.Experiment;
import org.halab.fault.Fault;
import org.halab.fault.FaultAction;
import org.halab.fault.Site;
import org.halab.message.Message;
import org.halab.stack.Login;

/**
 * The cluster that an incident happens to, whose clients work, and how orders are given there: by
 * {@code docker}, {@code patronictl} and {@code psql}, as a person gives them.
 */
public final class Plant implements AutoCloseable {
  /** An order may wait for a fresh copy, or for a container that does not want to end. */
  private static final Duration ORDER_LIMIT = Duration.ofMinutes(2);

  /** As {@code docker stop} has it. */
  static final Duration STOP_GRACE = Duration.ofSeconds(10);

  private final Cluster cluster;
  private final Experiment experiment;
  private final Site site;
  private final List<AutoCloseable> kept = new ArrayList<>();

  /** Of a running cluster, before anything happens to it. */
  public Plant(Cluster cluster, Experiment experiment) {
    this.cluster = cluster;
    this.experiment = experiment;
    this.site = new Site(cluster, experiment.oldLeader());
  }

  public Cluster cluster() {
    return cluster;
  }

  public Experiment experiment() {
    return experiment;
  }

  Project project() {
    return cluster.project();
  }

  Roles roles() {
    return new Roles(cluster);
  }

  /** Its parts, by their part in it at the beginning. */
  Site site() {
    return site;
  }

  /** The node that led at the beginning. */
  Node leader() {
    return site.leaderNode();
  }

  /** The node that was to take over. */
  Node replica() {
    return experiment.successors().get(0);
  }

  ServiceContainer container(Node node) {
    return cluster.access(node);
  }

  /** What {@code docker} calls it. */
  String name(Node node) {
    return container(node).containerName();
  }

  /** The cluster's name, as {@code patronictl} takes it. */
  String scope() {
    return project().stack().settings(leader()).scope().orElseThrow();
  }

  String setting(Node node, String path) {
    return project().stack().settings(node).text(path).orElseThrow();
  }

  static Order docker(String... arguments) {
    return order(List.of("docker"), List.of(arguments));
  }

  /** On a node, with the settings that its Patroni was started with. */
  Order patronictl(Node node, String... arguments) {
    List<String> patroni = container(node).details().command();
    String settings = patroni.get(patroni.size() - 1);
    return order(
        List.of("docker", "exec", name(node), "patronictl", "-c", settings), List.of(arguments));
  }

  /** On a node, asking its own PostgreSQL. */
  Order psql(Node node, String sql) {
    Login login = project().stack().settings(node).superuser();
    String url =
        "postgresql://%s:%s@%s/postgres".formatted(login.user(), login.password(), node.service());
    return docker("exec", name(node), "psql", url, "-c", sql);
  }

  private static Order order(List<String> first, List<String> then) {
    List<String> words = new ArrayList<>(first);
    words.addAll(then);
    return new Order(words);
  }

  /** Gives an order; whoever gives it judges how it ended. */
  public CommandResult give(Order order) {
    return Command.run(order.words(), project().engine().environment(), ORDER_LIMIT, line -> {});
  }

  /**
   * The same for those who cannot do without.
   *
   * @throws IllegalStateException if it does not succeed
   */
  void require(Order order) {
    CommandResult result = give(order);
    if (!result.succeeded()) {
      throw new IllegalStateException(
          "'%s' ended with %d: %s".formatted(order, result.exitCode(), result.lastLines(10)));
    }
  }

  /** Breaks something and proves it; what is broken stays so. */
  void inflict(FaultAction action) {
    Fault.inflict(action, cluster);
  }

  /** Keeps something until the plant is closed. */
  void keep(AutoCloseable resource) {
    kept.add(resource);
  }

  /** Changes the cluster's configuration, as anybody can who reaches a node's Patroni. */
  void configure(Map<String, Object> changes) {
    cluster.patroni(cluster.leader()).patchConfig(changes);
  }

  /** Waits until a client's write has failed. */
  void awaitFailure() {
    Instant since = Instant.now();
    cluster
        .waits()
        .until(
            cluster.deadlines().crashFailover(),
            Message.of("incident.wait.failure"),
            () ->
                experiment.answeredSince(since).stream()
                    .anyMatch(one -> one.kind() == Operation.Kind.WRITE && !one.acknowledged()));
  }

  /** Waits until a node that came back is a member that says what it is. */
  void awaitMember(Node node) {
    cluster
        .waits()
        .until(
            cluster.deadlines().memberAnswers(),
            Message.of("incident.wait.member").with("node", node),
            () -> cluster.patroni(node).status().path("state").asText(),
            "running"::equals);
  }

  /** Waits until a node's Patroni says so of itself. */
  void awaitStatus(Node node, String pointer, boolean wanted) {
    cluster
        .waits()
        .until(
            cluster.deadlines().orderCarriedOut(),
            Message.of("incident.wait.status").with("node", node).with("what", pointer),
            () -> cluster.patroni(node).status().at(pointer).asBoolean() == wanted);
  }

  /** Waits until the leader's PostgreSQL lives by a setting. */
  void awaitParameter(String name, String value) {
    cluster
        .waits()
        .until(
            cluster.deadlines().standbyAssigned(),
            Message.of("incident.wait.parameter").with("parameter", name).with("value", value),
            () -> cluster.sql(leader()).query("SHOW " + name).value(),
            value::equals);
  }

  /** Ends what was kept; the cluster and its clients are their own owners'. */
  @Override
  public void close() {
    for (AutoCloseable one : kept) {
      try {
        one.close();
      } catch (Exception e) {
        // A session that was ended by somebody is as good as closed.
      }
    }
  }
}
