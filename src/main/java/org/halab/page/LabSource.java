package org.halab.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.halab.cluster.Cluster;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;
import org.halab.experiment.Experiment;
import org.halab.fault.Fault;
import org.halab.live.Activities;
import org.halab.live.Glimpse;
import org.halab.live.Scene;
import org.halab.message.Message;
import org.halab.timing.Waiting;

/** What this run is at, as the page shows it. */
final class LabSource implements Supplier<PageState>, AutoCloseable {
  private final Activities activities;
  private final Pace pace;
  private final Map<Cluster, ClusterWatch> watches = new HashMap<>();

  LabSource(Activities activities, Pace pace) {
    this.activities = activities;
    this.pace = pace;
  }

  @Override
  public synchronized PageState get() {
    List<Scene> scenes = activities.scenes();
    List<Cluster> clusters = scenes.stream().flatMap(one -> one.cluster().stream()).toList();
    watches.entrySet().removeIf(one -> ended(one, clusters));
    return new PageState(scenes.stream().map(this::scene).toList(), pace.stop().orElse(null));
  }

  private static boolean ended(Map.Entry<Cluster, ClusterWatch> watch, List<Cluster> clusters) {
    if (clusters.contains(watch.getKey())) {
      return false;
    }
    watch.getValue().close();
    return true;
  }

  private PageState.Scene scene(Scene scene) {
    Optional<ClusterWatch> watch =
        scene.cluster().map(one -> watches.computeIfAbsent(one, ClusterWatch::new));
    watch.ifPresent(one -> one.others(scene.experiment().map(Experiment::watching)));
    List<PageState.Mark> marks =
        marks(scene.experiment(), watch.map(ClusterWatch::lockChanges).orElse(List.of()));
    Optional<PageState.Chart> chart = scene.experiment().flatMap(one -> chart(one, marks));
    ClientsFare clients =
        ClientsFare.of(
            chart.isPresent() && scene.experiment().filter(Experiment::clientsWork).isPresent(),
            chart.orElse(null));
    Glimpse glimpse = scene.glimpse();
    return new PageState.Scene(
        scene.id(),
        glimpse.feature(),
        glimpse.scenario(),
        glimpse.step(),
        glimpse.since().toEpochMilli(),
        glimpse.waiting().map(LabSource::waiting).orElse(null),
        watch.map(one -> one.drawing().drawn(clients)).orElse(null),
        chart.orElse(null),
        watch.map(ClusterWatch::lines).orElse(List.of()));
  }

  private static Optional<PageState.Chart> chart(
      Experiment experiment, List<PageState.Mark> marks) {
    if (!experiment.hasClients()) {
      return Optional.empty();
    }
    Instant now = Instant.now();
    return Optional.of(new Rates(experiment.answeredSince(Rates.since(now)), now).chart(marks));
  }

  private static PageState.Waiting waiting(Waiting waiting) {
    return new PageState.Waiting(
        waiting.expectation().toString(),
        waiting.since().toEpochMilli(),
        waiting.since().plus(waiting.deadline().limit()).toEpochMilli());
  }

  /** What is told on the chart: the fault, its end, and who took the leader key. */
  private static List<PageState.Mark> marks(
      Optional<Experiment> experiment, List<LockChange> changes) {
    List<PageState.Mark> marks = new ArrayList<>();
    Optional<Fault> fault = experiment.flatMap(Experiment::broken);
    fault.ifPresent(one -> marks.add(mark(one.at(), "fault", one.done())));
    fault
        .flatMap(Fault::healedAt)
        .ifPresent(at -> marks.add(mark(at, "healed", Message.of("page.healed"))));
    for (LockChange change : changes.stream().skip(1).toList()) {
      change
          .lock()
          .map(LeaderLock::holder)
          .ifPresent(
              holder ->
                  marks.add(
                      mark(change.at(), "key", Message.of("page.keyHeld").with("holder", holder))));
    }
    return marks;
  }

  private static PageState.Mark mark(Instant at, String kind, Message said) {
    return new PageState.Mark(at.toEpochMilli(), kind, said.toString());
  }

  /** Nobody looks: nothing is asked of any cluster. */
  @Override
  public synchronized void close() {
    watches.values().forEach(ClusterWatch::close);
    watches.clear();
  }
}
