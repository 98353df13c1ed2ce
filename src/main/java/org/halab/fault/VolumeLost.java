package org.halab.fault;

import org.halab.deploy.Project;
import org.halab.domain.Node;
import org.halab.engine.CommandResult;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.Calibrations;

/**
 * A node that was stopped and whose volume is gone. Healed by Compose, which makes both anew, as an
 * administrator would.
 */
public final class VolumeLost implements FaultAction {
  public static final NamedFault LEADER =
      NamedFault.of(
              "the leader is stopped and its volume lost",
              site -> of(site, site.leaderNode()),
              Bounds::graceful)
          .calibrated(Calibrations::graceful);

  public static final NamedFault REPLICA =
      NamedFault.of(
          "the replica is stopped and its volume lost",
          site -> of(site, site.standbyNode()),
          Site::withoutReplica);

  private final Project project;
  private final ServiceContainer node;
  private final String data;
  private String volume = "";

  static VolumeLost of(Site site, Node node) {
    return new VolumeLost(site.project(), site.cluster().access(node), site.dataDirectory(node));
  }

  /**
   * @param data a directory on that volume
   */
  public VolumeLost(Project project, ServiceContainer node, String data) {
    this.data = data;
    this.project = project;
    this.node = node;
  }

  @Override
  public Message done() {
    return Message.of("fault.volumeLost").with("node", node.service());
  }

  @Override
  public void inflict() {
    volume =
        node.details()
            .volumeOf(data)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "%s of %s is on no volume that could be lost"
                            .formatted(data, node.service())));
    ContainerDown.stopped(node).inflict();
    node.remove();
    project.engine().removeVolume(volume);
  }

  @Override
  public boolean inEffect() {
    return !volume.isEmpty() && !project.engine().hasVolume(volume);
  }

  @Override
  public void heal() {
    CommandResult result = project.compose("up", "-d", "--no-deps", node.service());
    if (!result.succeeded()) {
      throw new IllegalStateException(
          "Compose could not bring " + node.service() + " back:\n" + result.lastLines(5));
    }
  }
}
