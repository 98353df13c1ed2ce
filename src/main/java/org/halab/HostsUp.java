package org.halab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.halab.cluster.Cluster;
import org.halab.cluster.Health;
import org.halab.deploy.Projects;
import org.halab.domain.LabException;
import org.halab.engine.Engine;
import org.halab.engine.EngineSetup;
import org.halab.hosts.HostsLeftovers;
import org.halab.options.Outputs;
import org.halab.scenario.KilledRun;
import org.halab.stack.Stack;

/**
 * Brings the cluster up on a swarm of three hosts, for people who want to look around, and ends all
 * of it at Enter or Ctrl-C. The README names the command.
 */
public final class HostsUp {
  private static final Path DOCKER = Path.of("docker").toAbsolutePath();

  private HostsUp() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Engine engine = new EngineSetup(DOCKER, System.out::println).ensure();
    new HostsLeftovers(DOCKER, engine).clear();
    Projects projects = new Projects(engine, DOCKER, Outputs.CLUSTERS, System.out::println);
    Stack stack = projects.stacks().named("swarm");
    projects
        .lacking(stack)
        .ifPresent(
            reason -> {
              throw new LabException(reason);
            });
    Cluster cluster = Cluster.deploy(projects.prepare(stack));
    new Health(cluster).awaitWrites();
    cluster
        .project()
        .swarm()
        .orElseThrow()
        .members()
        .forEach(host -> System.out.printf("DOCKER_HOST=%s%n", host.engine().address()));
    System.out.println(
        cluster.project().everyEntrypoint().stream()
            .map(one -> one.getHostString() + ":" + one.getPort())
            .collect(Collectors.joining(",", "jdbc:postgresql://", "/postgres")));
    System.out.println(KilledRun.UP + cluster);
    if (System.in.read() < 0) {
      // Without a terminal, until a signal ends it.
      new CountDownLatch(1).await();
    }
  }
}
