package org.halab.timing;

import java.time.Duration;
import java.time.Instant;
import org.halab.message.Message;

/**
 * A wait that is under way.
 *
 * @param expectation completes the sentence "waits for …"
 */
public record Waiting(Message expectation, Deadline deadline, Instant since) {
  /** For how long it waits, and how long it may at the most: {@code 12 s of at most 40 s}. */
  public Message soFar(Instant now) {
    return Message.of("timing.soFar")
        .with("since", Duration.between(since, now).toSeconds())
        .with("limit", deadline.limit().toSeconds());
  }
}
