package org.halab.domain;

import java.time.Duration;

/**
 * The settings that decide how long a failover takes, read from the running parts.
 *
 * @param ttl Patroni's ttl: how long the leader lock outlives its holder
 * @param loopWait Patroni's loop_wait: how often each node looks at the cluster
 * @param retryTimeout Patroni's retry_timeout: how long DCS and PostgreSQL calls are retried
 * @param tick how often the DCS looks for expired sessions; ZooKeeper's tickTime
 * @param checkInterval the time between two checks of a server; HAProxy's inter
 * @param checkTimeout how long a check may take; HAProxy's timeout check
 * @param checkConnect how long a check waits for a server that does not answer at all; the lesser
 *     of HAProxy's timeout connect and inter
 * @param rise good checks until a server is UP
 * @param fall failed checks until a server is DOWN
 */
public record Settings(
    Duration ttl,
    Duration loopWait,
    Duration retryTimeout,
    Duration tick,
    Duration checkInterval,
    Duration checkTimeout,
    Duration checkConnect,
    int rise,
    int fall) {

  /** Where a check waits for a connection until the next one is due. */
  public Settings(
      Duration ttl,
      Duration loopWait,
      Duration retryTimeout,
      Duration tick,
      Duration checkInterval,
      Duration checkTimeout,
      int rise,
      int fall) {
    this(ttl, loopWait, retryTimeout, tick, checkInterval, checkTimeout, checkInterval, rise, fall);
  }

  /**
   * From a server's silence until it is called DOWN, at most: so many checks fail, each after
   * having waited, and the next begins an interval later.
   */
  public Duration untilSilentIsDown() {
    return checkConnect.plus(checkInterval).multipliedBy(fall);
  }
}
