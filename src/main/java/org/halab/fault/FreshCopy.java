package org.halab.fault;

import org.halab.domain.Node;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;
import org.halab.observe.PatroniRest;
import org.halab.timing.Bounds;

/** A replica throws its data away and copies the leader's, through Patroni's API. */
final class FreshCopy implements Order {
  static final NamedFault REPLICA =
      NamedFault.of(
          "the replica is given a fresh copy through Patroni",
          site -> of(site, site.standbyNode()),
          Bounds::standbyLost);

  private final PatroniRest patroni;
  private final ServiceContainer node;
  private final String directory;
  private String before = "";

  private FreshCopy(PatroniRest patroni, ServiceContainer node, String directory) {
    this.patroni = patroni;
    this.node = node;
    this.directory = directory;
  }

  private static FreshCopy of(Site site, Node node) {
    return new FreshCopy(
        site.cluster().patroni(node), site.cluster().access(node), site.dataDirectory(node));
  }

  @Override
  public Message done() {
    return Message.of("fault.reinitialized").with("node", node.service());
  }

  @Override
  public void inflict() {
    before = identity();
    patroni.reinitialize();
  }

  @Override
  public boolean inEffect() {
    return !before.isEmpty() && !before.equals(identity());
  }

  /** A fresh copy's directory is a new one, whatever is in it. */
  private String identity() {
    return node.exec("stat", "-c", "%i %W", directory).output();
  }
}
