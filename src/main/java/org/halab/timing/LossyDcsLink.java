package org.halab.timing;

import java.time.Duration;
import org.halab.domain.Settings;

/**
 * How likely a leader is to lose its lead while its link to ZooKeeper loses packets by chance, by
 * the settings in force.
 *
 * <p>Sources: TCP sends what nobody acknowledged again after 0.2 s (Linux's TCP_RTO_MIN), and after
 * twice as long each time; the first packet of a connection after 1 s. Patroni takes the connection
 * for dead when it is not answered for half of loop_wait - 2, gives a new one max(loop_wait / 2,
 * ttl / 10), and steps down when it has none for retry_timeout ({@code patroni/dcs/zookeeper.py}).
 * The chance is a size: that answers and acknowledgements help each other is not in it.
 */
public final class LossyDcsLink {
  private static final Duration AGAIN = Duration.ofMillis(200);
  private static final Duration CONNECT_AGAIN = Duration.ofSeconds(1);
  private static final Duration LEAST_READ = Duration.ofSeconds(2);

  /** In each round: what the leader is, how far its WAL is, and two pings until the next one. */
  private static final int EXCHANGES = 4;

  private final Settings settings;

  public LossyDcsLink(Settings settings) {
    this.settings = settings;
  }

  /**
   * What happens so late that the leader still waits at the end is mended with the link.
   *
   * @param loss the share of packets that is lost each way
   * @param lasting how long it is
   */
  public double leadLost(double loss, Duration lasting) {
    double again = notConnected(loss);
    double dropped = unanswered(loss);
    double lost = dropped * (again + (1 - again) * dropped);
    Duration early = lasting.minus(patience()).minus(settings.retryTimeout());
    double rounds = Math.max(0, (double) early.toMillis() / settings.loopWait().toMillis());
    return 1 - Math.pow(1 - lost, EXCHANGES * rounds);
  }

  /** A request or its answer does not get through before the connection is taken for dead. */
  private double unanswered(double loss) {
    return 1 - square(1 - Math.pow(loss, transmissions(patience(), AGAIN)));
  }

  private Duration patience() {
    return patience(settings);
  }

  /** How long Patroni waits for an answer to its ping before it takes the connection for dead. */
  static Duration patience(Settings settings) {
    Duration read = settings.loopWait().minus(LEAST_READ);
    return (read.compareTo(LEAST_READ) < 0 ? LEAST_READ : read).dividedBy(2);
  }

  /** No new connection is made before the leader steps down. */
  private double notConnected(double loss) {
    Duration half = settings.loopWait().dividedBy(2);
    Duration tenth = settings.ttl().dividedBy(10);
    Duration attempt = half.compareTo(tenth) > 0 ? half : tenth;
    double attempts = (double) settings.retryTimeout().toMillis() / attempt.toMillis();
    return Math.pow(1 - square(1 - loss), attempts * transmissions(attempt, CONNECT_AGAIN));
  }

  /** How often TCP sends the same in that time. */
  static int transmissions(Duration within, Duration again) {
    int sent = 0;
    Duration next = again;
    for (Duration at = Duration.ZERO; at.compareTo(within) < 0; next = next.multipliedBy(2)) {
      sent++;
      at = at.plus(next);
    }
    return sent;
  }

  private static double square(double one) {
    return one * one;
  }
}
