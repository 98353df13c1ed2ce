package org.halab.fault;

import java.util.Optional;
import org.halab.hosts.Host;
import org.halab.hosts.Swarm;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/** What is done to a host of a swarm: it has healed when the swarm is whole again. */
abstract class OfHost implements FaultAction {
  final Swarm swarm;
  final Host host;

  OfHost(Swarm swarm, Host host) {
    this.swarm = swarm;
    this.host = host;
  }

  /** Somebody's hosts are left alone. */
  @Override
  public Optional<Message> lacking() {
    return swarm.hosts().untouchable();
  }

  @Override
  public final Deadline healedWithin(Deadlines deadlines) {
    return Swarm.WHOLE;
  }

  @Override
  public final boolean healed() {
    return swarm.missing().isEmpty();
  }
}
