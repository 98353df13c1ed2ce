package org.halab.observe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import org.halab.deploy.Project;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockEnd;
import org.halab.stack.DcsMember;

/**
 * The leader key, read from ZooKeeper itself. Patroni makes it an ephemeral node: it lives as long
 * as the session of the member that made it.
 */
final class ZooKeeperLock implements LeaderKey {
  private static final int SESSION_MILLIS = 10_000;
  private static final int CONNECT_SECONDS = 5;
  private static final int CLOSE_MILLIS = 1000;

  private final Project project;
  private final List<DcsMember> asked;
  private final String path;
  private volatile ZooKeeper client;

  ZooKeeperLock(Project project, List<DcsMember> asked) {
    this.project = project;
    this.asked = List.copyOf(asked);
    this.path = project.stack().dcs().leaderKey();
    connect();
  }

  private void connect() {
    CountDownLatch connected = new CountDownLatch(1);
    try {
      client =
          new ZooKeeper(
              servers(),
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
      close();
      throw new IllegalStateException("Interrupted while connecting to ZooKeeper", e);
    }
  }

  /** Those that run; ZooKeeper's client tries one after the other. */
  private String servers() {
    List<String> addresses = new ArrayList<>();
    for (DcsMember member : asked) {
      try {
        InetSocketAddress at = project.address(member.service(), member.port());
        addresses.add(at.getHostString() + ":" + at.getPort());
      } catch (IllegalStateException e) {
        // its container does not run
      }
    }
    if (addresses.isEmpty()) {
      throw new IllegalStateException("No server of ZooKeeper runs");
    }
    return String.join(",", addresses);
  }

  /**
   * A container that was stopped returns at another port of this machine, and the reader's own
   * session expires like any other: after a failure the next read connects anew.
   */
  @Override
  public Optional<LeaderLock> read() {
    if (client == null) {
      connect();
    }
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
      close();
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
    ZooKeeper last = client;
    client = null;
    if (last == null) {
      return;
    }
    try {
      last.close(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
