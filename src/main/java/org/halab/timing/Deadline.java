package org.halab.timing;

import java.time.Duration;
import org.halab.message.Message;

/**
 * A limit with a name and a reason.
 *
 * @param name as a feature would say it, for example {@code graceful failover deadline}
 * @param limit how long may be waited
 * @param derivation how the limit follows from the settings
 */
public record Deadline(Message name, Duration limit, Message derivation) {
  public Message told() {
    return Message.of("timing.deadline")
        .with("name", name)
        .with("limit", limit)
        .with("derivation", derivation);
  }

  @Override
  public String toString() {
    return told().toString();
  }
}
