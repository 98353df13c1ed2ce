package org.halab;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.halab.cluster.Cluster;
import org.halab.deploy.Project;
import org.halab.deploy.Projects;
import org.halab.domain.Durations;
import org.halab.engine.Engine;
import org.halab.engine.EngineSetup;
import org.halab.message.Message;
import org.halab.observe.Sql;
import org.halab.options.Outputs;
import org.halab.stack.Login;
import org.halab.stack.Stack;
import org.halab.timing.Deadline;
import org.halab.timing.Wait;

/**
 * Measures what the harness adds to a start: from the command to the first write through the
 * entrypoint, with plain {@code docker compose up -d} on the guide's ports and with the harness, in
 * pairs. The argument is the number of pairs; the README names the command.
 */
public final class StartCost {
  private static final String WRITE = "CREATE TABLE start_cost (); DROP TABLE start_cost";
  private static final Path DOCKER = Path.of("docker").toAbsolutePath();
  private static final Deadline LIMIT =
      new Deadline(
          Message.text("measurement deadline"), Duration.ofMinutes(2), Message.text("fixed"));

  private StartCost() {}

  public static void main(String[] arguments) throws Exception {
    int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    Engine engine = new EngineSetup(DOCKER, System.out::println).ensure();
    Projects projects = new Projects(engine, DOCKER, Outputs.CLUSTERS, System.out::println);
    Stack stack = projects.stacks().own();
    projects.prepare(stack);
    List<Duration> plain = new ArrayList<>();
    List<Duration> harness = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      plain.add(plain());
      harness.add(harness(projects, stack));
      System.out.printf(
          "plain %s, harness %s%n",
          Durations.seconds(plain.get(i)), Durations.seconds(harness.get(i)));
    }
    System.out.printf(
        "median: plain %s, harness %s, ratio %.2f%n",
        Durations.seconds(median(plain)),
        Durations.seconds(median(harness)),
        (double) median(harness).toMillis() / median(plain).toMillis());
  }

  private static Duration plain() throws Exception {
    Sql sql =
        new Sql(
            () -> InetSocketAddress.createUnresolved("127.0.0.1", 5432),
            new Login("postgres", "postgres"));
    try {
      return toFirstWrite(
          () -> {
            compose("up", "-d");
            return sql;
          });
    } finally {
      compose("down", "-v", "-t", "1");
    }
  }

  private static Duration harness(Projects projects, Stack stack) throws Exception {
    List<Cluster> started = new ArrayList<>();
    try {
      return toFirstWrite(
          () -> {
            Project project = projects.prepare(stack);
            started.add(Cluster.deploy(project));
            return started.get(0).entrypoint();
          });
    } finally {
      started.forEach(Cluster::close);
    }
  }

  private static Duration toFirstWrite(Callable<Sql> start) throws Exception {
    long begin = System.nanoTime();
    Sql sql = start.call();
    new Wait(() -> "")
        .until(
            LIMIT,
            Message.text("a write through the entrypoint"),
            () -> {
              sql.execute(WRITE);
              return true;
            });
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static void compose(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "docker",
                "compose",
                "-p",
                "halab-start-cost",
                "-f",
                DOCKER + "/docker-compose.yml"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed");
    }
  }

  private static Duration median(List<Duration> durations) {
    return durations.stream().sorted().toList().get(durations.size() / 2);
  }
}
