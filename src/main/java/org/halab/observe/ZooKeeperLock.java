package org.halab.observe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockEnd;
import org.halab.stack.Dcs;
import org.halab.stack.Project;

/**
 * The leader key, read from ZooKeeper itself. Patroni makes it an ephemeral node: it lives as long
 * as the session of the member that made it.
 */
final class ZooKeeperLock implements LeaderKey {
  private static final int SESSION_MILLIS = 10_000;
  private static final int CONNECT_SECONDS = 5;

  private final ZooKeeper client;
  private final String path;

  ZooKeeperLock(Project project) {
    Dcs dcs = project.stack().dcs();
    InetSocketAddress at = project.access(dcs.services().get(0)).address(dcs.port());
    CountDownLatch connected = new CountDownLatch(1);
    try {
      client =
          new ZooKeeper(
              at.getHostString() + ":" + at.getPort(),
              SESSION_MILLIS,
              event -> {
                if (event.getState() == KeeperState.SyncConnected) {
                  connected.countDown();
                }
              });
      if (!connected.await(CONNECT_SECONDS, TimeUnit.SECONDS)) {
        close();
        throw new IllegalStateException(
            "ZooKeeper did not answer within " + CONNECT_SECONDS + " s");
      }
    } catch (IOException e) {
      throw new IllegalStateException("ZooKeeper cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while connecting to ZooKeeper", e);
    }
    path = "/service/" + project.stack().scope() + "/leader";
  }

  @Override
  public Optional<LeaderLock> read() {
    Stat stat = new Stat();
    try {
      byte[] holder = client.getData(path, false, stat);
      return Optional.of(
          new LeaderLock(
              new String(holder, StandardCharsets.UTF_8),
              "0x" + Long.toHexString(stat.getEphemeralOwner()),
              Instant.ofEpochMilli(stat.getCtime())));
    } catch (KeeperException.NoNodeException e) {
      return Optional.empty();
    } catch (KeeperException e) {
      throw new IllegalStateException("ZooKeeper does not say who leads: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking ZooKeeper", e);
    }
  }

  /** The session ends in either case; ZooKeeper's log says how. */
  @Override
  public LockEnd endOf(LeaderLock lock) {
    return LockEnd.UNCLEAR;
  }

  @Override
  public void close() {
    try {
      client.close(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
