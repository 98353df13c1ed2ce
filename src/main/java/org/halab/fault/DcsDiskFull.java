package org.halab.fault;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/**
 * The disk of the one member of the DCS is full, and it has something to write: it ends, and again
 * at each start that the engine tries. Only where a container beside it has that disk too, for who
 * does not run can empty nothing.
 */
public final class DcsDiskFull implements FaultAction {
  public static final NamedFault MEMBER =
      NamedFault.of(
          "the disk of the DCS is full",
          site -> new DcsDiskFull(site.cluster(), site.dcsMember()),
          Bounds::dcsBack);

  /**
   * The service that has each small disk, in a directory of the name of the one that works on it.
   */
  private static final String DISKS = "disks";

  /** More than is left in the last page of its log. */
  private static final int RECORD = 20_000;

  private final Cluster cluster;
  private final ServiceContainer dcs;
  private final DiskFull disk;
  private Optional<Instant> startedBefore = Optional.empty();

  DcsDiskFull(Cluster cluster, ServiceContainer dcs) {
    this.cluster = cluster;
    this.dcs = dcs;
    this.disk = new DiskFull(cluster.access(DISKS), "/" + DISKS + "/" + dcs.service());
  }

  @Override
  public Message done() {
    return Message.of("fault.diskFull").with("node", dcs.service());
  }

  @Override
  public void inflict() {
    startedBefore = Optional.of(dcs.startedAt());
    disk.inflict();
    for (Node node : cluster.nodes()) {
      write(node);
    }
  }

  /** Patroni writes what it is told into the DCS; this time it cannot. */
  private void write(Node node) {
    try {
      cluster.patroni(node).patchConfig(Map.of("lab_record", "x".repeat(RECORD)));
    } catch (RuntimeException e) {
      // as expected: whether the DCS has ended is looked at
    }
  }

  @Override
  public boolean inEffect() {
    return startedBefore.filter(this::endedSince).isPresent() && disk.inEffect();
  }

  private boolean endedSince(Instant start) {
    return !dcs.running() || dcs.startedAt().isAfter(start);
  }

  @Override
  public void heal() {
    disk.heal();
  }

  @Override
  public Deadline healedWithin(Deadlines deadlines) {
    return deadlines.engineStartsAgain();
  }

  @Override
  public boolean healed() {
    return !disk.inEffect() && dcs.running();
  }
}
