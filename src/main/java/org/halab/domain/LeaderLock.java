package org.halab.domain;

import java.time.Instant;

/**
 * The leader key, as the DCS itself holds it.
 *
 * @param holder the member that leads
 * @param session the ZooKeeper session the key lives and dies with, as ZooKeeper's log writes it
 * @param taken when the holder took it, by the DCS's clock
 */
public record LeaderLock(String holder, String session, Instant taken) {
  @Override
  public String toString() {
    return "held by " + holder + " in session " + session;
  }
}
