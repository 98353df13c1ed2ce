package org.halab.rejoin;

import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.fault.ContainerDown;
import org.halab.fault.Fault;

/** The node that took over is stopped as well, while the other one is still away. */
public final class SecondLoss implements AutoCloseable {
  private final Fault fault;

  public SecondLoss(Cluster cluster, Node node) {
    this.fault = Fault.inflict(ContainerDown.stopped(cluster.access(node)), cluster);
  }

  public void heal() {
    fault.heal();
  }

  @Override
  public void close() {
    fault.close();
  }
}
