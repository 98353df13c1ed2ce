package org.halab.timing;

import java.time.Duration;
import org.halab.domain.Durations;

/**
 * A limit with a name and a reason.
 *
 * @param name as a feature would say it, for example {@code graceful failover deadline}
 * @param limit how long may be waited
 * @param derivation how the limit follows from the settings
 */
public record Deadline(String name, Duration limit, String derivation) {
  @Override
  public String toString() {
    return name + " (" + Durations.seconds(limit) + " = " + derivation + ")";
  }
}
