package org.halab.fault;

import java.util.Optional;
import org.halab.hosts.Host;
import org.halab.hosts.Swarm;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/** A host that the swarm is told to use no more: it stops all that runs there, in order. */
public final class HostDrained extends OfHost {
  public static final NamedFault LEADERS =
      NamedFault.of(
              "the leader's host is drained",
              site -> new HostDrained(site.swarm(), site.leadersHost()),
              Bounds::graceful)
          .ofHosts();

  private HostDrained(Swarm swarm, Host host) {
    super(swarm, host);
  }

  /** What a swarm is told to do harms no host. */
  @Override
  public Optional<Message> lacking() {
    return Optional.empty();
  }

  @Override
  public Message done() {
    return Message.of("fault.hostDrained").with("host", host);
  }

  @Override
  public void inflict() {
    swarm.drain(host);
  }

  @Override
  public boolean inEffect() {
    return swarm.states(host).values().stream().allMatch("exited"::equals);
  }

  @Override
  public Deadline inEffectWithin(Deadlines deadlines) {
    return Swarm.WHOLE;
  }

  @Override
  public void heal() {
    swarm.activate(host);
  }
}
