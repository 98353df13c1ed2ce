package org.halab.hosts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.halab.domain.LogLine;
import org.halab.engine.ContainerDetails;
import org.halab.engine.Labels;
import org.halab.engine.ListedContainer;
import org.halab.engine.ServiceContainer;

/**
 * The container of one service of a stack: the one that runs, or the latest that did. A swarm makes
 * a new one whenever one ends. So that what is stopped or killed stays away, as it does with one
 * engine, its host is told to take no new containers meanwhile; those that run there go on.
 */
public final class SwarmService extends ServiceContainer {
  private final Swarm swarm;
  private final Host host;

  SwarmService(Swarm swarm, Host host, String stack, String service) {
    super(host.engine(), Labels.ofSwarmService(stack, service), service);
    this.swarm = swarm;
    this.host = host;
  }

  public Host host() {
    return host;
  }

  /** Looked up each time: one that ended goes on answering by its id. */
  @Override
  public String containerId() {
    List<ListedContainer> all = all();
    return all.stream()
        .filter(one -> !Host.state(one).equals("exited"))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .orElseThrow(
            () -> new IllegalStateException("No container of " + service() + " is on " + host))
        .id();
  }

  /** A container whose engine is gone does not run, either. */
  @Override
  public boolean running() {
    try {
      return super.running();
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void stop(Duration grace) {
    swarm.takesNew(host, false);
    super.stop(grace);
  }

  @Override
  public void kill() {
    swarm.takesNew(host, false);
    super.kill();
  }

  /** Kills it as {@link #kill} does, and lets the swarm do about it what it does. */
  public void crash() {
    super.kill();
  }

  /**
   * Those of some services that its container gets no word from by their names. A port at which
   * nobody listens is refused by who is there.
   */
  List<String> unreached(List<String> services) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                "for one; do timeout 2 bash -c \"exec 3<>/dev/tcp/$one/1\" 2>&1"
                    + " | grep -q refused || echo \"$one\"; done",
                "bash"));
    command.addAll(services);
    try {
      return output(command.toArray(String[]::new)).lines().toList();
    } catch (RuntimeException e) {
      return services;
    }
  }

  /** Has the swarm start it, where it does not run. */
  @Override
  public boolean start() {
    boolean missing = !running();
    if (missing) {
      swarm.start(host);
    }
    swarm.takesNew(host, true);
    return missing;
  }

  /** The swarm replaces the container, in order. */
  @Override
  public void restart() {
    swarm.replace(service());
  }

  /** All its containers that the engine still has, the latest first. */
  public List<ContainerDetails> lives() {
    return all().stream().map(one -> host.engine().container(one.id())).toList();
  }

  /** What one of them printed. */
  public List<LogLine> logOf(ContainerDetails one) {
    return logs(one.id(), Instant.EPOCH);
  }

  /** Of all its containers that the engine still has; nothing while that is gone. */
  @Override
  public List<LogLine> logs(Instant since) {
    List<LogLine> lines = new ArrayList<>();
    try {
      all().forEach(one -> lines.addAll(logs(one.id(), since)));
    } catch (RuntimeException e) {
      return List.of();
    }
    lines.sort(Comparator.comparing(LogLine::at));
    return lines;
  }
}
