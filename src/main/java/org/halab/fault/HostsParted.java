package org.halab.fault;

import java.util.List;
import org.halab.hosts.Host;
import org.halab.hosts.Swarm;
import org.halab.message.Message;
import org.halab.timing.Bounds;

/** A host that does not reach some of the others, nor they it; clients reach all of them. */
public final class HostsParted extends OfHost {
  public static final NamedFault FROM_OTHERS =
      NamedFault.of(
              "the leader's host is cut off from the other hosts",
              site -> new HostsParted(site.swarm(), site.leadersHost(), site.hostsBesideLeaders()),
              Bounds::lockLost)
          .ofHosts();

  /** Which does not see it any more, and replaces what ran there as soon as it is back. */
  public static final NamedFault FROM_SWARMS_LEADER =
      NamedFault.of(
              "the leader's host is cut off from the host that leads the swarm",
              site ->
                  new HostsParted(
                      site.swarm(), site.leadersHost(), List.of(site.hostBesideLeaders(true))),
              Bounds::graceful)
          .ofHosts();

  /** Each of the two reaches the one that leads the swarm. */
  public static final NamedFault FROM_SWARMS_FOLLOWER =
      NamedFault.of(
              "the leader's host is cut off from the host that does not lead the swarm",
              site ->
                  new HostsParted(
                      site.swarm(), site.leadersHost(), List.of(site.hostBesideLeaders(false))),
              Site::withSilentEntrypoint)
          .ofHosts();

  private final List<Host> from;

  private HostsParted(Swarm swarm, Host host, List<Host> from) {
    super(swarm, host);
    this.from = List.copyOf(from);
  }

  @Override
  public Message done() {
    return Message.of("fault.cutOff")
        .with("node", host)
        .with("from", Message.joined(", ", from.stream().map(Message::text).toList()));
  }

  @Override
  public void inflict() {
    from.forEach(other -> swarm.hosts().part(host, other));
  }

  @Override
  public boolean inEffect() {
    return !swarm.noneReached(host) && from.stream().noneMatch(one -> swarm.reaches(host, one));
  }

  @Override
  public void heal() {
    from.forEach(other -> swarm.hosts().join(host, other));
  }
}
