package org.halab.fault;

import org.halab.engine.ServiceContainer;
import org.halab.message.Message;
import org.halab.timing.Bounds;

/**
 * The disk of a node's data is full: a file of ballast takes what was free. Only for a node whose
 * volume has a size of its own; the machine's disk is never filled.
 */
public final class DiskFull implements FaultAction {
  public static final NamedFault LEADER =
      NamedFault.of(
          "the leader's disk is full",
          site -> new DiskFull(site.leader(), site.dataDirectory(site.leaderNode())),
          Bounds::pathBack);

  /** The replica is no longer waited for once it has failed; when it does is the disk's matter. */
  public static final NamedFault REPLICA =
      NamedFault.of(
          "the replica's disk is full",
          site -> new DiskFull(site.synchronousStandby(), site.dataDirectory(site.standbyNode())),
          Site::withoutReplica);

  private static final long LARGEST_VOLUME_KIB = 2L << 20;
  private static final long FULL_KIB = 64;

  private final ServiceContainer node;
  private final String directory;
  private final String ballast;

  /**
   * @param directory on that disk, in the node's container
   */
  public DiskFull(ServiceContainer node, String directory) {
    this(node, directory, directory + "/lab-ballast");
  }

  /**
   * @param ballast what the file is called that fills it, with its directory
   */
  public DiskFull(ServiceContainer node, String directory, String ballast) {
    this.node = node;
    this.directory = directory;
    this.ballast = ballast;
  }

  @Override
  public Message done() {
    return Message.of("fault.diskFull").with("node", node.service());
  }

  @Override
  public void inflict() {
    long size = Long.parseLong(df("size"));
    if (size > LARGEST_VOLUME_KIB) {
      throw new IllegalStateException(
          "The data of %s lie on a disk of %d KiB; only a bounded volume of at most %d KiB is filled"
              .formatted(node.service(), size, LARGEST_VOLUME_KIB));
    }
    // dd ends with an error when nothing is free any more: that is what it is for.
    node.exec("dd", "if=/dev/zero", "of=" + ballast, "bs=64k");
    node.exec("dd", "if=/dev/zero", "of=" + ballast + "2", "bs=1k");
  }

  @Override
  public boolean inEffect() {
    return Long.parseLong(df("avail")) < FULL_KIB;
  }

  @Override
  public void heal() {
    node.exec("rm", "-f", ballast, ballast + "2");
  }

  private String df(String column) {
    String[] lines =
        node.exec("df", "-k", "--output=" + column, directory).output().strip().split("\\R");
    return lines[lines.length - 1].strip();
  }
}
