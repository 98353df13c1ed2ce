package org.halab.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.halab.domain.LabException;
import org.halab.domain.Table;
import org.halab.engine.CommandResult;
import org.halab.engine.Engine;
import org.halab.engine.Labels;
import org.halab.engine.RunIdentity;
import org.halab.engine.ServiceContainer;
import org.halab.hosts.Host;
import org.halab.hosts.Hosts;
import org.halab.hosts.Swarm;
import org.halab.message.Message;
import org.halab.stack.ComposeModel;
import org.halab.stack.Stack;

/**
 * A stack on a swarm of several hosts. Its file is deployed as it is, under one that gives the
 * images that were built for it and the run's labels. Clients reach each part where it is published
 * on its host, which they need no engine to find.
 */
final class SwarmProject extends Project {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ComposeModel model;
  private final Hosts hosts;
  private volatile Optional<Swarm> swarm = Optional.empty();

  /**
   * @param placed with the images that were built for it
   * @param hosts not started yet
   */
  SwarmProject(
      String name,
      Stack stack,
      Engine engine,
      Projects.Source source,
      Path file,
      ComposeModel printed,
      Projects.Placed placed,
      Hosts hosts) {
    super(name, stack, engine, source, file, printed, placed);
    this.model = placed.model();
    this.hosts = hosts;
  }

  @Override
  public Optional<Swarm> swarm() {
    return swarm;
  }

  private Swarm formed() {
    return swarm.orElseThrow(() -> new IllegalStateException("There is no swarm yet"));
  }

  @Override
  ServiceContainer container(String service) {
    return formed().service(service);
  }

  @Override
  CommandResult up() {
    List<Host> started = hosts.start(images());
    Map<String, Map<Integer, Integer>> ports = new TreeMap<>();
    stack().services().forEach(service -> ports.put(service, model.published(service)));
    Swarm formed = new Swarm(name(), hosts, started, model.hosts(Swarm.LABEL), ports);
    formed.form();
    swarm = Optional.of(formed);
    CommandResult deployed = formed.deploy(List.of(stack().files().get(0), imagesAndLabels()));
    if (deployed.succeeded()) {
      formed.awaitWhole();
    }
    return deployed;
  }

  /** With the tools' image, which experiments run beside a service. */
  private TreeSet<String> images() {
    TreeSet<String> images = new TreeSet<>();
    stack().services().forEach(service -> images.add(model.image(service)));
    images.add(toolsImage());
    return images;
  }

  private Path imagesAndLabels() {
    ObjectNode root = JSON.createObjectNode();
    Map<String, String> labels = Labels.ofRun(RunIdentity.current());
    for (String service : stack().services()) {
      ObjectNode changed = root.withObject("/services").putObject(service);
      changed.put("image", model.image(service));
      labels.forEach(changed.withObject("/labels")::put);
    }
    Path file = directory().resolve("images.json");
    try {
      return Files.writeString(file, root.toPrettyString());
    } catch (IOException e) {
      throw new UncheckedIOException("The stack's second file cannot be written", e);
    }
  }

  @Override
  void remove() {
    hosts.close();
  }

  @Override
  public InetSocketAddress address(String service, int port) {
    OptionalInt published = model.hostPort(service, port);
    if (published.isEmpty()) {
      throw new IllegalStateException(
          "Port %d of %s is not published by %s".formatted(port, service, stack()));
    }
    return InetSocketAddress.createUnresolved(
        formed().hostOf(service).address(), published.getAsInt());
  }

  @Override
  public Table listed() {
    return formed().tasks();
  }

  @Override
  public CommandResult compose(String... arguments) {
    throw new LabException(Message.of("deploy.noCompose").with("stack", stack()));
  }
}
