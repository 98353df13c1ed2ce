package org.halab.domain;

import java.time.Duration;
import java.util.List;
import org.halab.message.Message;
import org.halab.message.Terms;

/**
 * The longest outage that the settings allow for.
 *
 * @param since what it is counted from
 * @param parts each a phase, the longest it may take, and why
 */
public record OutageBound(Since since, List<Part> parts) {
  /** A fault that the cluster mends by itself, or one that it can only outlast. */
  public enum Since {
    FAULT,
    HEALING
  }

  /**
   * @param phase what ends it, as in {@link Phase}
   * @param why the settings behind it
   */
  public record Part(String phase, Duration limit, Message why) {
    private Message told() {
      return Message.of("domain.bound.part")
          .with("phase", Terms.of(phase))
          .with("limit", limit)
          .with("why", why);
    }
  }

  public OutageBound {
    parts = List.copyOf(parts);
  }

  public Duration total() {
    return parts.stream().map(Part::limit).reduce(Duration.ZERO, Duration::plus);
  }

  /** The longer of two, for what must be outlasted; nothing is mended before the healing. */
  public OutageBound orLonger(OutageBound other) {
    if (since != other.since) {
      return since == Since.HEALING ? this : other;
    }
    return total().compareTo(other.total()) < 0 ? other : this;
  }

  /** How the total comes about: {@code lock held 32.0 s (ttl + tickTime) + …}. */
  public Message derivation() {
    return Message.joined(" + ", parts.stream().map(Part::told).toList());
  }

  @Override
  public String toString() {
    return Durations.seconds(total()) + " = " + derivation();
  }
}
