package org.halab.timing;

import java.time.Duration;
import java.util.Optional;
import org.halab.domain.Settings;

/**
 * Whether an entrypoint leads to the leader while its link there loses nothing and takes its time,
 * by the settings in force.
 *
 * <p>Source: HAProxy's Configuration Manual, 4.2 and 5.2. A check has {@code timeout connect}, or
 * {@code inter} where that is shorter, to connect, which takes the link twice; {@code timeout
 * check} for the answer, which takes as long again, is longer.
 */
public final class LongCheckedLink {
  /** How much more a connection on one machine takes than nothing, and a link than it is given. */
  private static final Duration MACHINE = Duration.ofMillis(30);

  private final Settings settings;

  public LongCheckedLink(Settings settings) {
    this.settings = settings;
  }

  /**
   * Whether it leads there all the time.
   *
   * @param eachWay how long the link takes
   * @return empty where a check takes as long as it may
   */
  public Optional<Boolean> served(Duration eachWay) {
    Duration connected = eachWay.multipliedBy(2);
    if (connected.compareTo(settings.checkConnect().plus(MACHINE)) > 0) {
      return Optional.of(false);
    }
    return connected.plus(MACHINE).compareTo(settings.checkConnect()) < 0
        ? Optional.of(true)
        : Optional.empty();
  }
}
