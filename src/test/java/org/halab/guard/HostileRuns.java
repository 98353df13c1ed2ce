package org.halab.guard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.cluster.Cluster;
import org.halab.cluster.Health;
import org.halab.deploy.Project;
import org.halab.deploy.Projects;
import org.halab.deploy.Projects.Source;
import org.halab.engine.Command;
import org.halab.engine.DiskUse;
import org.halab.engine.Engine;
import org.halab.engine.EngineSetup;
import org.halab.finding.Finding;
import org.halab.message.Message;
import org.halab.options.Outputs;
import org.halab.stack.Compose;
import org.halab.stack.Copies;
import org.halab.stack.ResolvedOnce;
import org.halab.stack.Tree;
import org.halab.timing.Deadline;

/**
 * Starts hostile projects for real, each alone, and holds that they run within their limits, that
 * their cluster gets healthy beside what does harm, and that nothing is left of them. The README
 * names the command; its arguments are names, without any all of them.
 */
final class HostileRuns {
  private static final Path LAB = Path.of("docker").toAbsolutePath();
  private static final Deadline ENDED =
      new Deadline(
          Message.text("for the end"), Duration.ofMinutes(8), Message.text("what it has to write"));

  private static final String LIMITS =
      "{{.Name}} memory={{.HostConfig.Memory}} swap={{.HostConfig.MemorySwap}}"
          + " pids={{.HostConfig.PidsLimit}} cpus={{.HostConfig.NanoCpus}}"
          + " log={{.HostConfig.LogConfig.Type}}"
          + " {{index .HostConfig.LogConfig.Config \"max-size\"}}"
          + " {{index .HostConfig.LogConfig.Config \"max-file\"}}"
          + " ports={{range .HostConfig.PortBindings}}{{range .}}[{{.HostIp}}]{{end}}{{end}}"
          + " privileged={{.HostConfig.Privileged}} network={{.HostConfig.NetworkMode}}"
          + " pid={{.HostConfig.PidMode}} ipc={{.HostConfig.IpcMode}}"
          + " capabilities={{.HostConfig.CapAdd}} security={{.HostConfig.SecurityOpt}}"
          + " devices={{.HostConfig.Devices}} restarts={{.RestartCount}}"
          + " mounts={{range .Mounts}}[{{.Source}}]{{end}}";

  private static final String WITHIN =
      ".* memory=[1-9]\\d{0,9} swap=[1-9]\\d{0,9} pids=[1-9]\\d{0,2} cpus=[1-9]\\d{0,8}0"
          + " log=json-file 10m 2 ports=(\\[127\\.0\\.0\\.1\\])* privileged=false network=halab-\\S+"
          + " pid= ipc=(private|shareable)? capabilities=(\\[\\]|<no value>)"
          + " security=(\\[\\]|<no value>) devices=(\\[\\]|<no value>) .*";

  private final Engine engine;
  private final List<String> wrong = new ArrayList<>();

  private HostileRuns(Engine engine) {
    this.engine = engine;
  }

  public static void main(String[] names) throws Exception {
    HostileRuns runs = new HostileRuns(new EngineSetup(LAB, System.out::println).ensure());
    for (Hostile hostile : Hostile.all()) {
      String name = hostile.difference().name();
      if (hostile.started() && (names.length == 0 || Set.of(names).contains(name))) {
        runs.carryOut(hostile);
      }
    }
    runs.wrong.forEach(System.out::println);
    System.out.println("[hostile] wrong: " + runs.wrong.size());
    System.exit(runs.wrong.isEmpty() ? 0 : 1);
  }

  private void carryOut(Hostile hostile) {
    try {
      run(hostile);
    } catch (Exception | AssertionError e) {
      expect(hostile, "broke off", false, e);
    }
  }

  private void run(Hostile hostile) throws Exception {
    System.out.println("[hostile] " + hostile);
    Path handedIn = Files.createTempDirectory("hostile");
    hostile.difference().carryOut(handedIn);
    String before = listed(handedIn);
    Copies copies = new Copies(handedIn, Outputs.CLUSTERS);
    Path copy = copies.of("project-" + handedIn.getFileName());
    Compose compose = new Compose(engine, LAB).forStranger(copies);
    Gate gate = Gate.open(handedIn, copy, LAB, compose::resolve);
    DiskWatch disk = new DiskWatch();
    Source source =
        new Source(
            copy,
            compose,
            new ResolvedOnce(gate::model),
            copies,
            project ->
                disk.over(new DiskUse(project.engine(), project.name(), project.toolsImage())),
            false);
    Projects projects =
        new Projects(
            engine,
            LAB,
            source,
            Outputs.CLUSTERS,
            message -> System.out.println(message),
            Projects.Addresses.FREE);
    Project project = projects.prepare(projects.stacks().own());
    Instant start = Instant.now();
    try (Cluster cluster = Cluster.deploy(project)) {
      if (hostile.ends().isEmpty()) {
        new Health(cluster).awaitLeader();
        System.out.println("[hostile] leads after " + since(start));
      } else {
        cluster.waits().until(ENDED, Message.text("its end"), () -> !disk.findings().isEmpty());
        System.out.println("[hostile] ended after " + since(start) + ": " + disk.findings());
      }
      limits(hostile, project.name());
    } finally {
      Tree.remove(copy);
    }
    left(hostile, project.name());
    String ended = disk.findings().stream().map(Finding::code).collect(Collectors.joining(", "));
    expect(hostile, "ended", ended.equals(hostile.ends()), ended);
    expect(hostile, "handed in", listed(handedIn).equals(before), listed(handedIn));
    expect(hostile, "copy", !Files.exists(copies.of(project.name())), copies.of(project.name()));
    Tree.remove(handedIn);
  }

  private void limits(Hostile hostile, String project) {
    List<String> containers =
        docker("ps", "-aq", "--filter", "label=com.docker.compose.project=" + project);
    for (String container : containers) {
      for (String line : docker("inspect", "--format", LIMITS, container)) {
        System.out.println("[hostile]   " + line);
        expect(hostile, "limits", line.contains("lab-observer") || line.matches(WITHIN), line);
        expect(
            hostile,
            "mounts",
            Stream.of(line.replaceFirst(".*mounts=", "").split("[\\[\\]]+"))
                .allMatch(HostileRuns::ours),
            line);
      }
    }
    docker("stats", "--no-stream", "--format", "{{.Name}} {{.MemUsage}} {{.PIDs}} {{.CPUPerc}}")
        .stream()
        .filter(line -> line.contains(project))
        .forEach(line -> System.out.println("[hostile]   " + line));
  }

  /** Volumes of the engine's own, and what lies in the run's work directory. */
  private static boolean ours(String source) {
    return source.isBlank()
        || source.startsWith(Outputs.CLUSTERS.toString())
        || source.contains("/volumes/");
  }

  private void left(Hostile hostile, String project) {
    for (List<String> list :
        List.of(
            List.of("ps", "-aq"), List.of("volume", "ls", "-q"), List.of("network", "ls", "-q"))) {
      List<String> command = new ArrayList<>(list);
      command.addAll(List.of("--filter", "label=com.docker.compose.project=" + project));
      List<String> found = docker(command.toArray(String[]::new));
      expect(hostile, "left", found.isEmpty(), list + " " + found);
    }
  }

  private void expect(Hostile hostile, String what, boolean holds, Object seen) {
    if (!holds) {
      wrong.add("[hostile] %s, %s: %s".formatted(hostile.difference().name(), what, seen));
    }
  }

  private List<String> docker(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    return Command.run(
            command, Map.of("DOCKER_HOST", engine.address()), Duration.ofMinutes(2), line -> {})
        .output()
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  /** Names, sizes and times of all files. */
  private static String listed(Path directory) throws Exception {
    try (Stream<Path> tree = Files.walk(directory)) {
      List<String> files = new ArrayList<>();
      for (Path one : tree.filter(Files::isRegularFile).sorted().toList()) {
        files.add(one + " " + Files.size(one) + " " + Files.getLastModifiedTime(one));
      }
      return String.join("\n", files);
    }
  }

  private static String since(Instant start) {
    return Duration.between(start, Instant.now()).toSeconds() + " s";
  }
}
