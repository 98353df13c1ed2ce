package org.halab.domain;

import java.time.Instant;

/**
 * The leader key, as the DCS itself holds it.
 *
 * @param holder the member that leads
 * @param session what the key lives and dies with: the ZooKeeper session, as ZooKeeper's log writes
 *     it, or the etcd lease, as etcdctl does
 * @param taken when the holder took it, by ZooKeeper's clock; etcd keeps no times, so there it is
 *     when the key was first seen
 */
public record LeaderLock(String holder, String session, Instant taken) {
  @Override
  public String toString() {
    return "held by " + holder + " in session " + session;
  }
}
