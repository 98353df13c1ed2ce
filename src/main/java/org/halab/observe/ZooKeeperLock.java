package org.halab.observe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import org.halab.domain.LeaderLock;

/**
 * The leader key, read from ZooKeeper itself. Patroni makes it an ephemeral node: it lives as long
 * as the session of the member that made it.
 */
public final class ZooKeeperLock implements AutoCloseable {
  private static final int SESSION_MILLIS = 10_000;
  private static final int CONNECT_SECONDS = 5;

  private final ZooKeeper client;
  private final String path;

  /**
   * @param scope Patroni's name of the cluster
   * @throws IllegalStateException if ZooKeeper does not answer within five seconds
   */
  public ZooKeeperLock(Supplier<InetSocketAddress> address, String scope) {
    InetSocketAddress at = address.get();
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
    path = "/service/" + scope + "/leader";
  }

  /**
   * @return who holds the lock now; empty if nobody does
   * @throws IllegalStateException if ZooKeeper does not say
   */
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

  @Override
  public void close() {
    try {
      client.close(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
