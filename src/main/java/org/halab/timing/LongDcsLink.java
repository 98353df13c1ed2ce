package org.halab.timing;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.halab.domain.Settings;

/**
 * Whether a leader loses its lead while its link to ZooKeeper loses nothing and takes its time, by
 * the settings in force.
 *
 * <p>Sources: an answer takes twice the link. Where that is longer than Patroni waits for it, each
 * connection is taken for dead after a request or two ({@code patroni/dcs/zookeeper.py}, {@code
 * _kazoo_connect}; {@code kazoo/protocol/connection.py}, {@code _connect_attempt}, which waits up
 * to 0.4 s less, by chance). To read the cluster takes one request for each of its keys, so it
 * never ends before {@code retry_timeout}, and the leader steps down. A new connection has the time
 * of a session to be made, so that the session goes on: nobody else leads before the link is
 * shorter again.
 *
 * <p>On a shorter link the lead is kept, and a round can still take longer than the ttl. Then
 * Patroni calls itself the leader no longer until the round's end ({@code ha.py}, {@code
 * is_leader}), and the entrypoint, which asks it, leads nowhere.
 */
public final class LongDcsLink {
  private static final Duration LESS_BY_CHANCE = Duration.ofMillis(400);

  /** The keys of a cluster beside its members', and the lists of both. */
  private static final int LEAST_READS = 7;

  /** With the history of its timelines, which a new cluster has not. */
  private static final int MOST_READS = 8;

  /** The member's own key and the leader's position are given a second each. */
  private static final Duration WRITES = Duration.ofSeconds(2);

  private final Settings settings;

  public LongDcsLink(Settings settings) {
    this.settings = settings;
  }

  /**
   * How likely the lead is to be lost.
   *
   * @param eachWay how long the link takes
   * @return 0 or 1; empty where the chance in Patroni's waiting decides
   */
  public OptionalDouble leadLost(Duration eachWay) {
    Duration answer = eachWay.multipliedBy(2);
    Duration patience = LossyDcsLink.patience(settings);
    if (answer.compareTo(patience) > 0) {
      return OptionalDouble.of(1);
    }
    return answer.compareTo(patience.minus(LESS_BY_CHANCE)) < 0
        ? OptionalDouble.of(0)
        : OptionalDouble.empty();
  }

  /**
   * Whether the entrypoint leads to the leader all the time.
   *
   * @param nodes how many the cluster has: each is a key to read
   * @return empty where it depends on the moment in a round at which the link gets longer
   */
  public Optional<Boolean> served(Duration eachWay, int nodes) {
    Duration answer = eachWay.multipliedBy(2);
    Duration firstRound = settings.loopWait().plus(answer.multipliedBy(MOST_READS + nodes));
    Duration eachRound = answer.multipliedBy(LEAST_READS + nodes).plus(WRITES);
    if (leadLost(eachWay).equals(OptionalDouble.of(1)) || eachRound.compareTo(settings.ttl()) > 0) {
      return Optional.of(false);
    }
    return firstRound.compareTo(settings.ttl()) < 0 ? Optional.of(true) : Optional.empty();
  }
}
