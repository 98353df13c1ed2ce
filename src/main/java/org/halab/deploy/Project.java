package org.halab.deploy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.engine.CommandResult;
import org.halab.engine.Companion;
import org.halab.engine.Engine;
import org.halab.engine.Labels;
import org.halab.engine.Removal;
import org.halab.engine.RunIdentity;
import org.halab.engine.ServiceContainer;
import org.halab.hosts.Swarm;
import org.halab.stack.ComposeModel;
import org.halab.stack.EntrypointPlan;
import org.halab.stack.Stack;
import org.halab.stack.Tree;

/** A Compose project on the engine: a stack under a name of its own. */
public class Project {
  private static final Duration COMMAND_LIMIT = Duration.ofMinutes(5);
  private static final int MOST_LOOKS = 5;

  /** The commands that may put another container in the place of one that is there. */
  private static final Set<String> REPLACES = Set.of("up", "rm");

  private final String name;
  private final Stack stack;
  private final Engine engine;
  private final Projects.Source source;
  private final Path file;
  private final ComposeModel printed;
  private final ComposeModel model;
  private final Map<Harness.Target, Integer> relays;
  private final Map<String, ServiceContainer> services = new ConcurrentHashMap<>();

  Project(
      String name,
      Stack stack,
      Engine engine,
      Projects.Source source,
      Path file,
      ComposeModel printed,
      Projects.Placed placed) {
    this.name = name;
    this.stack = stack;
    this.engine = engine;
    this.source = source;
    this.file = file;
    this.printed = printed;
    this.model = placed.model();
    this.relays = placed.relays();
  }

  public String name() {
    return name;
  }

  public Stack stack() {
    return stack;
  }

  /** The engine that its containers run on; where it runs on several, the one of this machine. */
  public Engine engine() {
    return engine;
  }

  /** Where the run keeps what belongs to this project. */
  public Path directory() {
    return file.getParent();
  }

  public ServiceContainer access(String service) {
    return services.computeIfAbsent(service, this::container);
  }

  ServiceContainer container(String service) {
    return new ServiceContainer(engine, name, service);
  }

  /** The swarm that it runs on; empty if it runs on one engine. */
  public Optional<Swarm> swarm() {
    return Optional.empty();
  }

  /** Starts all its containers. */
  CommandResult up() {
    return compose("up", "-d");
  }

  /** Removes its containers, networks, volumes and images. */
  void remove() {
    Map<String, String> labels = Labels.ofProject(name);
    // A command that was interrupted may still create a container after the first look.
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      new Removal(engine).containers(engine.containers(labels));
      if (engine.containers(labels).isEmpty()) {
        break;
      }
    }
    new Removal(engine).networksAndVolumes(labels);
    new Removal(engine).imagesBuiltFor(name);
  }

  /** Its containers, as {@code docker} lists them. */
  public Table listed() {
    String listed =
        compose("ps", "-a", "--format", "{{.Service}}\t{{.State}}\t{{.Status}}\t{{.Ports}}")
            .output();
    return new Table(
        List.of("service", "state", "status", "ports"),
        listed
            .lines()
            .map(line -> List.of(line.split("\t", -1)))
            .filter(row -> row.size() == 4)
            .toList());
  }

  public ServiceContainer access(Node node) {
    return access(node.service());
  }

  /** The containers of all its services. */
  public List<ServiceContainer> containers() {
    return stack.services().stream().map(this::access).toList();
  }

  /**
   * Where a port of a service can be reached from here now: where it is published, or through the
   * observer.
   */
  public InetSocketAddress address(String service, int port) {
    Integer relay = relays.get(new Harness.Target(service, port));
    return relay == null ? access(service).address(port) : access(Harness.OBSERVER).address(relay);
  }

  /** Where a node's PostgreSQL can be reached from here. */
  public InetSocketAddress postgres(Node node) {
    return address(node.service(), stack.settings(node).postgresPort());
  }

  /** Where clients connect. */
  public InetSocketAddress entrypoint() {
    return address(stack.entrypoint());
  }

  /**
   * Where clients connect that know all entrypoints. One whose container does not run is left out:
   * its port is closed, and what is closed refuses at once.
   *
   * @throws IllegalStateException if none runs
   */
  public List<InetSocketAddress> everyEntrypoint() {
    List<InetSocketAddress> open = new ArrayList<>();
    IllegalStateException closed = null;
    for (EntrypointPlan one : stack.everyEntrypoint()) {
      try {
        open.add(address(one));
      } catch (IllegalStateException e) {
        closed = e;
      }
    }
    if (open.isEmpty()) {
      throw closed;
    }
    return open;
  }

  /** Where one of the entrypoints can be reached from here. */
  public InetSocketAddress address(EntrypointPlan entrypoint) {
    return address(entrypoint.service(), entrypoint.port());
  }

  /** The container of the entrypoint. */
  public ServiceContainer entrypointContainer() {
    return access(stack.entrypoint().service());
  }

  /** Where the Patroni REST API of a node can be reached from here, through the observer. */
  public InetSocketAddress patroni(Node node) {
    return address(node.service(), stack.settings(node).restPort());
  }

  /** The project as it runs. */
  ComposeModel model() {
    return model;
  }

  /** The project as its files describe it, with the names and ports it has when run by hand. */
  public ComposeModel printed() {
    return printed;
  }

  /** The name of the image that a node's service runs. */
  public String image(Node node) {
    return image(node.service());
  }

  /** The name of the image that a service runs. */
  public String image(String service) {
    return model.image(service);
  }

  /** The name of the lab's own image with tools: of the network, and those of every Debian. */
  public String toolsImage() {
    return image("lab-network");
  }

  /** The labels of everything that belongs to this project and this run. */
  public Map<String, String> labels() {
    return Labels.of(RunIdentity.current(), name);
  }

  /**
   * Runs a script in the network of one of the containers, with the right to change it (iptables,
   * tc). The project under test needs nothing for it, and it works wherever the engine's kernel
   * does.
   *
   * @return what it printed
   * @throws IllegalStateException if it does not succeed; the message has its output
   */
  public String inNetwork(ServiceContainer container, String script) {
    CommandResult result = container.inNetwork(toolsImage(), labels(), "sh", "-c", script);
    if (!result.succeeded()) {
      throw new IllegalStateException(
          "A script in the network of %s failed (%s ended with %d): %s"
              .formatted(container.service(), script, result.exitCode(), result.output()));
    }
    return result.output();
  }

  /**
   * Starts a command of the lab's own tools in the network of one of the containers. It goes on
   * until it is closed, and ends with the run at the latest.
   */
  public Companion besideInNetwork(ServiceContainer container, String... command) {
    return container.besideInNetwork(toolsImage(), labels(), command);
  }

  /**
   * A {@code docker compose} command on this project, as a student would give it.
   *
   * @return how it ended; the caller judges
   */
  public CommandResult compose(String... arguments) {
    Supplier<CommandResult> run =
        () -> source.compose().run(List.of(file), COMMAND_LIMIT, arguments);
    return REPLACES.contains(arguments[0])
        ? ServiceContainer.keepingLogs(containers(), run)
        : run.get();
  }

  /** What Docker said of it, with the directory that was handed in in place of its copies. */
  public String told(String said) {
    return source.copies().told(said);
  }

  AutoCloseable watched() {
    return source.watch().over(this);
  }

  /** Removes the copy that a stranger's containers had. */
  void forgetFiles() {
    if (!source.trusted()) {
      Tree.remove(source.copies().of(name));
    }
  }
}
