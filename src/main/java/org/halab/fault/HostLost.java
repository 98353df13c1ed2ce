package org.halab.fault;

import org.halab.hosts.Host;
import org.halab.hosts.Swarm;
import org.halab.message.Message;
import org.halab.timing.Bounds;

/** A host without power: its engine and all that ran there are gone at once. It boots again. */
public final class HostLost extends OfHost {
  public static final NamedFault LEADERS =
      NamedFault.of(
              "the leader's host is lost",
              site -> new HostLost(site.swarm(), site.leadersHost()),
              Bounds::crash)
          .ofHosts();
  public static final NamedFault OTHER =
      NamedFault.of(
              "a host without the leader is lost",
              site -> new HostLost(site.swarm(), site.hostsBesideLeaders().get(0)),
              Site::withSilentEntrypoint)
          .ofHosts();

  private HostLost(Swarm swarm, Host host) {
    super(swarm, host);
  }

  @Override
  public Message done() {
    return Message.of("fault.hostLost")
        .with("host", host)
        .with("services", Message.joined(", ", swarm.servicesOf(host)));
  }

  @Override
  public void inflict() {
    swarm.hosts().powerOff(host);
  }

  @Override
  public boolean inEffect() {
    return !host.answers() && swarm.noneReached(host);
  }

  @Override
  public void heal() {
    swarm.hosts().powerOn(host);
  }
}
