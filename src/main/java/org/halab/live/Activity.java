package org.halab.live;

import java.time.Instant;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.halab.cluster.Cluster;
import org.halab.experiment.Experiment;
import org.halab.message.Message;
import org.halab.timing.Waiting;

/** What one feature is at. Its own thread writes, others read. */
final class Activity {
  private final Deque<Waiting> waits = new ConcurrentLinkedDeque<>();
  private volatile String feature = "";
  private volatile String scenario = "";
  private volatile String step = "";
  private volatile Instant since = Instant.now();
  private volatile Cluster cluster;
  private volatile Experiment experiment;
  private volatile String leader = "";

  void scenario(String feature, String scenario) {
    this.feature = feature;
    this.scenario = scenario;
    cluster(null);
    step("");
  }

  void step(String words) {
    step = words;
    since = Instant.now();
  }

  void cluster(Cluster given) {
    cluster = given;
    experiment = null;
    leader = "";
  }

  void experiment(Experiment begun) {
    experiment = begun;
  }

  void begins(Waiting waiting) {
    waits.push(waiting);
  }

  void ends(Waiting waiting) {
    waits.remove(waiting);
  }

  /** Asks the cluster who leads; it may take some seconds to answer. */
  void lookForLeader() {
    Cluster asked = cluster;
    if (asked == null) {
      return;
    }
    String found;
    try {
      found =
          asked
              .leaderIn(asked.view())
              .map(node -> node.member())
              .orElseGet(() -> Message.of("live.nobody").toString());
    } catch (RuntimeException e) {
      found = Message.of("live.noAnswer").toString();
    }
    if (asked == cluster) {
      leader = found;
    }
  }

  Scene scene(long id) {
    return new Scene(id, glimpse(), Optional.ofNullable(cluster), Optional.ofNullable(experiment));
  }

  Glimpse glimpse() {
    return new Glimpse(feature, scenario, step, since, Optional.ofNullable(waits.peek()), leader);
  }
}
