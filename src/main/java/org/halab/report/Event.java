package org.halab.report;

import java.time.Instant;

/**
 * One thing that happened during an outage.
 *
 * @param who the part that says so: a service, "leader key", "the clients"
 * @param meaning in plain words
 * @param evidence the log line or the observation behind it
 */
public record Event(Instant at, Kind kind, String who, String meaning, String evidence)
    implements Comparable<Event> {

  /** What a happening is in the course of a failover. */
  public enum Kind {
    FAULT,
    HEALED,
    CLIENTS_FAIL,
    SHUTDOWN,
    CONNECTION_LOST,
    LOCK_RELEASED,
    SESSION_EXPIRED,
    LOCK_GONE,
    LOCK_TAKEN,
    LEADER_ELECTED,
    NEW_TIMELINE,
    PROMOTED,
    SERVER_DOWN,
    SERVER_UP,
    CLIENTS_SUCCEED,
    CLIENTS_FAIL_LAST
  }

  @Override
  public int compareTo(Event other) {
    return at.compareTo(other.at);
  }
}
