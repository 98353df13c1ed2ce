package org.halab.fault;

import java.time.Duration;
import java.time.Instant;
import org.halab.hosts.SwarmService;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/** A container that dies beside a swarm, which starts another one. It heals by itself. */
public final class ContainerCrashed implements FaultAction {
  /** As the stack's file has it. */
  private static final Duration RESTART_DELAY = Duration.ofSeconds(5);

  public static final NamedFault LEADER =
      NamedFault.of(
              "the leader's container crashes",
              site -> new ContainerCrashed(site.swarm().service(site.leaderNode().service())),
              bounds -> bounds.containerReplaced(RESTART_DELAY))
          .ofHosts();

  private final SwarmService service;
  private Instant before = Instant.MAX;

  private ContainerCrashed(SwarmService service) {
    this.service = service;
  }

  @Override
  public Message done() {
    return Message.of("fault.killed").with("service", service.service());
  }

  @Override
  public void inflict() {
    before = service.startedAt();
    service.crash();
  }

  @Override
  public boolean inEffect() {
    return !service.running() || service.startedAt().isAfter(before);
  }

  @Override
  public void heal() {
    // That is the swarm's to do.
  }

  @Override
  public Deadline healedWithin(Deadlines deadlines) {
    return deadlines.memberAnswers();
  }

  @Override
  public boolean healed() {
    return service.running();
  }
}
