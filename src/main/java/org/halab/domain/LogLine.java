package org.halab.domain;

import java.time.Instant;

/**
 * One line of a container's log.
 *
 * @param at when the Docker engine received it: one clock for all containers
 * @param service the Compose service that wrote it
 */
public record LogLine(Instant at, String service, String text) implements Comparable<LogLine> {
  @Override
  public int compareTo(LogLine other) {
    return at.compareTo(other.at);
  }

  @Override
  public String toString() {
    return service + " | " + text;
  }
}
