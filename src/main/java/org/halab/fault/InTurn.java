package org.halab.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.halab.cluster.Cluster;
import org.halab.cluster.Health;
import org.halab.deploy.Project;
import org.halab.engine.CommandResult;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;
import org.halab.timing.Bounds;

/**
 * Rolling work: containers are restarted, or made anew as for another image, one after the other.
 * The next one is touched when the cluster is whole again, so nothing is left to be healed.
 */
final class InTurn implements Order {
  static final NamedFault NODES_RESTARTED =
      NamedFault.of(
          "each node is restarted in turn",
          site -> restarted(site.cluster(), site.nodesLeaderLast()),
          Bounds::graceful);
  static final NamedFault NODES_MADE_ANEW =
      NamedFault.of(
          "each node is made anew in turn",
          site -> madeAnew(site.cluster(), site.nodesLeaderLast()),
          Bounds::graceful);
  static final NamedFault DCS_RESTARTED =
      NamedFault.of(
          "each member of the DCS is restarted in turn",
          site -> restarted(site.cluster(), site.dcsMembers()),
          Site::withoutDcsMember);
  static final NamedFault DCS_MADE_ANEW =
      NamedFault.of(
          "each member of the DCS is made anew in turn",
          site -> madeAnew(site.cluster(), site.dcsMembers()),
          Site::withoutDcsMember);
  static final NamedFault ENTRYPOINTS_RESTARTED =
      NamedFault.of(
          "each entrypoint is restarted in turn",
          site -> restarted(site.cluster(), site.everyEntrypoint()),
          Site::withEntrypointStopped);
  static final NamedFault ENTRYPOINTS_MADE_ANEW =
      NamedFault.of(
          "each entrypoint is made anew in turn",
          site -> madeAnew(site.cluster(), site.everyEntrypoint()),
          Site::withEntrypointStopped);

  private final Cluster cluster;
  private final List<ServiceContainer> containers;
  private final Work work;
  private final List<ServiceContainer> done = new ArrayList<>();

  /** What is done to each of them, and what is another afterwards. */
  private record Work(
      Function<List<String>, Message> done,
      Consumer<ServiceContainer> act,
      Function<ServiceContainer, Object> changes) {}

  private InTurn(Cluster cluster, List<ServiceContainer> containers, Work work) {
    this.cluster = cluster;
    this.containers = List.copyOf(containers);
    this.work = work;
  }

  /** As {@code docker restart} does it. */
  private static InTurn restarted(Cluster cluster, List<ServiceContainer> containers) {
    return new InTurn(
        cluster,
        containers,
        new Work(
            services -> Message.of("fault.inTurn.restarted").with("services", services),
            ServiceContainer::restart,
            ServiceContainer::startedAt));
  }

  /** As {@code docker compose up} does it when the image is another. */
  private static InTurn madeAnew(Cluster cluster, List<ServiceContainer> containers) {
    return new InTurn(
        cluster,
        containers,
        new Work(
            services -> Message.of("fault.inTurn.madeAnew").with("services", services),
            one -> makeAnew(cluster.project(), one.service()),
            one -> one.details().id()));
  }

  private static void makeAnew(Project project, String service) {
    CommandResult result = project.compose("up", "-d", "--no-deps", "--force-recreate", service);
    if (!result.succeeded()) {
      throw new IllegalStateException(
          "Compose could not make " + service + " anew:\n" + result.lastLines(5));
    }
  }

  @Override
  public Message done() {
    return work.done().apply(containers.stream().map(ServiceContainer::service).toList());
  }

  @Override
  public void inflict() {
    for (ServiceContainer one : containers) {
      Object before = work.changes().apply(one);
      work.act().accept(one);
      if (!work.changes().apply(one).equals(before)) {
        done.add(one);
      }
      new Health(cluster).awaitRunning();
    }
  }

  @Override
  public boolean inEffect() {
    return done.equals(containers);
  }
}
