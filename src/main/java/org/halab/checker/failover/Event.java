package org.halab.checker.failover;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.halab.domain.LockChange;

/**
 * One thing that happened during an outage. What it means is in its kind and its arguments.
 *
 * @param who the part that says so: a service, or one of the three below
 * @param arguments what the words for this kind need
 * @param evidence the log line behind it; empty where the arguments are all there is
 */
public record Event(
    Instant at, Kind kind, String who, Map<String, Object> arguments, String evidence)
    implements Comparable<Event> {
  public static final String EXPERIMENT = "experiment";
  public static final String LEADER_KEY = "leader key";
  public static final String CLIENTS = "clients";

  /** What a happening is in the course of a failover. */
  public enum Kind {
    /** {@code done}, {@code holder} and {@code session} of the lock before it. */
    FAULT,
    /** {@code done}: what ended then. */
    HEALED,
    /** {@code row}, {@code outcome} and {@code error} of the first write that fails. */
    CLIENTS_FAIL,
    /** {@code mode} in which PostgreSQL was asked to shut down. */
    SHUTDOWN,
    SHUTDOWN_DONE,
    /** {@code session}. */
    CONNECTION_LOST,
    LOCK_RELEASED,
    /** {@code session}, and its {@code timeout} in seconds. */
    SESSION_EXPIRED,
    /** The same of a session that did not hold the lock: those of earlier processes expire too. */
    OTHER_SESSION_EXPIRED,
    /** {@code end}, as far as the DCS tells: the name of a {@link org.halab.domain.LockEnd}. */
    LOCK_GONE,
    /** {@code holder} and {@code session}. */
    LOCK_TAKEN,
    LEADER_ELECTED,
    /** {@code timeline}. */
    NEW_TIMELINE,
    PROMOTED,
    /** {@code node} took a write that was sent to it alone: it had become the leader. */
    WRITE_TAKEN,
    /** {@code reason} for which Patroni took the leadership from its own PostgreSQL. */
    DEMOTED,
    /** {@code server} and {@code reason}. */
    SERVER_DOWN,
    /** {@code server} and {@code reason}. */
    SERVER_UP,
    /** {@code row}, {@code outcome} and {@code error}. */
    CLIENTS_SUCCEED,
    /** {@code row}, {@code outcome} and {@code error}. */
    CLIENTS_FAIL_LAST
  }

  public Event {
    arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
  }

  /** The leader lock was taken, or became free. */
  public static Event ofLock(LockChange change) {
    return change
        .lock()
        .map(
            lock ->
                new Event(
                    change.at(),
                    Kind.LOCK_TAKEN,
                    LEADER_KEY,
                    Map.of("holder", lock.holder(), "session", lock.session()),
                    ""))
        .orElseGet(
            () ->
                new Event(
                    change.at(),
                    Kind.LOCK_GONE,
                    LEADER_KEY,
                    Map.of("end", change.end().name()),
                    ""));
  }

  @Override
  public int compareTo(Event other) {
    return at.compareTo(other.at);
  }
}
