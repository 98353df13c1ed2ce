package org.halab.scenario;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.halab.cluster.Cascade;
import org.halab.domain.Node;
import org.halab.domain.Settings;
import org.halab.message.Message;

/** A moment that a fault lasts until, as a step says it; then the fault is healed. */
public enum Moment {
  FAILOVER("the other node leads", "another node leads") {
    @Override
    void await(World world) throws SQLException {
      new Takeover(world).await(world.cluster().deadlines().crashFailover());
    }
  },

  NO_WRITES("no node takes writes") {
    @Override
    void await(World world) throws SQLException {
      world.experiment().clients().awaitNoWrites();
      world
          .evidence()
          .note(Message.of("scenario.noWrites").with("time", sinceFault(world, Instant.now())));
    }
  },

  /**
   * Both, for a session is closed at once when the container's name is gone, and the leader steps
   * down a few seconds later: ZooKeeper may be back between the two.
   */
  SESSIONS_CLOSED("each node's ZooKeeper session is closed and no node takes writes") {
    @Override
    void await(World world) throws SQLException {
      for (Node node : world.cluster().nodes()) {
        world
            .evidence()
            .showLog(
                Message.of("scenario.logOf").with("node", node),
                world
                    .roles()
                    .awaitLog(
                        node.service(),
                        world.experiment().fault().at(),
                        Message.of("scenario.wait.sessionClosed").with("node", node),
                        "Zookeeper session closed, state: CLOSED",
                        world.cluster().deadlines().memberAnswers()));
      }
      NO_WRITES.await(world);
    }
  },

  REFUSED("writes are refused") {
    @Override
    void await(World world) throws SQLException {
      world.experiment().clients().awaitRefusedWrites();
      world
          .evidence()
          .note(Message.of("scenario.refused").with("time", sinceFault(world, Instant.now())));
    }
  },

  /** Its PostgreSQL says what it has not: no room to write what it receives. */
  REPLICA_FAILED("the replica has failed") {
    @Override
    void await(World world) throws SQLException {
      Node replica = world.experiment().successor();
      world
          .evidence()
          .showLog(
              Message.of("scenario.logOf").with("node", replica),
              world
                  .roles()
                  .awaitLog(
                      replica.service(),
                      world.experiment().fault().at(),
                      Message.of("scenario.wait.replicaFailed").with("node", replica),
                      "(PANIC|FATAL): .*No space left on device",
                      world.cluster().deadlines().standbyAssigned()));
    }
  },

  /** In a chain of replicas, of which the one between is gone. */
  FOLLOWS_LEADER("the node behind it follows the leader") {
    @Override
    void await(World world) throws SQLException {
      Cascade cascade = new Cascade(world.cluster());
      cascade.awaitFollows(
          world.experiment().oldLeader(), world.cluster().deadlines().crashFailover());
      world
          .evidence()
          .note(
              Message.of("scenario.followsLeader")
                  .with("node", cascade.behind())
                  .with("time", sinceFault(world, Instant.now())));
    }
  },

  /** By then whoever held the lock has lost it, or has renewed it. */
  TTL_OVER("the ttl is over") {
    @Override
    void await(World world) {
      Settings settings = world.cluster().settings();
      world.cluster().waits().out(settings.ttl().plus(settings.loopWait()));
    }
  };

  private final List<String> words;

  Moment(String... words) {
    this.words = List.of(words);
  }

  /**
   * @throws IllegalArgumentException if no moment is called so
   */
  public static Moment named(String words) {
    return Stream.of(values())
        .filter(one -> one.words.contains(words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No moment is called: " + words));
  }

  /** Waits for it, after the scenario's fault. */
  abstract void await(World world) throws SQLException;

  /** Waits for it, and heals the scenario's fault then. */
  public void heal(World world) throws SQLException {
    await(world);
    world.experiment().heal();
    world
        .evidence()
        .note(
            Message.of("scenario.healed")
                .with(
                    "time",
                    sinceFault(world, world.experiment().fault().healedAt().orElseThrow())));
  }

  private static Duration sinceFault(World world, Instant when) throws SQLException {
    return world.experiment().sinceFault(when);
  }
}
