package org.halab.fault;

import org.halab.hosts.Host;
import org.halab.hosts.Swarm;
import org.halab.message.Message;
import org.halab.timing.Bounds;

/** A host that nobody reaches, and that reaches nobody, while all that runs there goes on. */
public final class HostCutOff extends OfHost {
  public static final NamedFault LEADERS =
      NamedFault.of(
              "the leader's host is cut off from everything",
              site -> new HostCutOff(site.swarm(), site.leadersHost()),
              Bounds::crash)
          .ofHosts();

  /** For less than anybody takes to give it up. */
  public static final NamedFault SHORTLY =
      NamedFault.of(
              "the leader's host is shortly cut off from everything",
              site -> new HostCutOff(site.swarm(), site.leadersHost()),
              Bounds::pathBack)
          .ofHosts();

  private HostCutOff(Swarm swarm, Host host) {
    super(swarm, host);
  }

  @Override
  public Message done() {
    return Message.of("fault.cutOff")
        .with("node", host)
        .with("from", Message.of("fault.peer.everything"));
  }

  @Override
  public void inflict() {
    swarm.hosts().cut(host);
  }

  /** Its engine is asked beside the network. */
  @Override
  public boolean inEffect() {
    return host.answers() && swarm.states(host).containsValue("running") && swarm.noneReached(host);
  }

  @Override
  public void heal() {
    swarm.hosts().mend(host);
  }
}
