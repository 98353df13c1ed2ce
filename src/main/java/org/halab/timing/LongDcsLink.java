package org.halab.timing;

import java.time.Duration;
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
 */
public final class LongDcsLink {
  private static final Duration LESS_BY_CHANCE = Duration.ofMillis(400);

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
}
