package org.halab.domain;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * PostgreSQL's own time-outs that decide how long writes wait for a standby.
 *
 * @param senderTimeout wal_sender_timeout: the leader gives up a standby that says nothing
 * @param receiverTimeout wal_receiver_timeout: a standby gives up a leader that says nothing
 * @param statusInterval wal_receiver_status_interval: how often a standby says where it is, though
 *     nothing comes
 * @param retrieveRetry wal_retrieve_retry_interval: after it a standby that was refused asks again
 */
public record ReplicationSettings(
    Duration senderTimeout,
    Duration receiverTimeout,
    Duration statusInterval,
    Duration retrieveRetry) {
  public static final String SENDER_TIMEOUT = "wal_sender_timeout";
  public static final String RECEIVER_TIMEOUT = "wal_receiver_timeout";
  public static final String STATUS_INTERVAL = "wal_receiver_status_interval";
  public static final String RETRIEVE_RETRY = "wal_retrieve_retry_interval";

  /** PostgreSQL's defaults. */
  public static final ReplicationSettings DEFAULTS =
      new ReplicationSettings(
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5));

  /** Of what PostgreSQL calls by these names. */
  public static ReplicationSettings of(Function<String, Duration> named) {
    return new ReplicationSettings(
        named.apply(SENDER_TIMEOUT),
        named.apply(RECEIVER_TIMEOUT),
        named.apply(STATUS_INTERVAL),
        named.apply(RETRIEVE_RETRY));
  }

  /** By PostgreSQL's names, in this order. */
  public Map<String, Duration> named() {
    Map<String, Duration> named = new LinkedHashMap<>();
    named.put(SENDER_TIMEOUT, senderTimeout);
    named.put(RECEIVER_TIMEOUT, receiverTimeout);
    named.put(STATUS_INTERVAL, statusInterval);
    named.put(RETRIEVE_RETRY, retrieveRetry);
    return named;
  }
}
