package org.halab.engine;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.halab.domain.LogLine;

/**
 * A node, as a container of a Compose project. What restarts change is asked anew; only for a
 * moment is an answer kept, for clients that connect again and again.
 */
public final class ContainerAccess implements ServiceContainer {
  private static final long KEPT_NANOS = 100_000_000;

  private final Engine engine;
  private final String project;
  private final String service;
  private volatile String knownId;
  private volatile Inspected lately;

  public ContainerAccess(Engine engine, String project, String service) {
    this.engine = engine;
    this.project = project;
    this.service = service;
  }

  @Override
  public String service() {
    return service;
  }

  @Override
  public String containerId() {
    String id = knownId;
    if (id == null) {
      id = lookUp();
      knownId = id;
    }
    return id;
  }

  private String lookUp() {
    return engine.containers(Labels.ofService(project, service)).stream()
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No container of service " + service + " exists"))
        .getId();
  }

  @Override
  public InspectContainerResponse inspect() {
    return ofContainer(engine::inspect);
  }

  /** A container that Compose replaced has another id. */
  private <T> T ofContainer(Function<String, T> question) {
    try {
      return question.apply(containerId());
    } catch (NotFoundException e) {
      knownId = null;
      lately = null;
      return question.apply(containerId());
    }
  }

  @Override
  public InetSocketAddress address(int containerPort) {
    Ports.Binding[] bindings =
        inspectedLately()
            .getNetworkSettings()
            .getPorts()
            .getBindings()
            .get(ExposedPort.tcp(containerPort));
    if (bindings == null || bindings.length == 0) {
      throw new IllegalStateException(
          "Port %d of %s is not published now (is its container running?)"
              .formatted(containerPort, service));
    }
    return InetSocketAddress.createUnresolved(
        "127.0.0.1", Integer.parseInt(bindings[0].getHostPortSpec()));
  }

  private InspectContainerResponse inspectedLately() {
    Inspected last = lately;
    if (last == null || System.nanoTime() - last.at() > KEPT_NANOS) {
      last = new Inspected(inspect(), System.nanoTime());
      lately = last;
    }
    return last.answer();
  }

  private record Inspected(InspectContainerResponse answer, long at) {}

  @Override
  public boolean start() {
    if (running()) {
      return false;
    }
    try {
      engine.client().startContainerCmd(containerId()).exec();
    } catch (NotModifiedException e) {
      return false;
    }
    return true;
  }

  @Override
  public CommandResult exec(String... command) {
    return ofContainer(id -> engine.exec(id, command));
  }

  @Override
  public List<LogLine> logs(Instant since) {
    return ofContainer(id -> engine.logs(id, service, since));
  }
}
