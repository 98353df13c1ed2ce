package org.halab.stack;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import org.halab.domain.LogLine;

/** A node, as a container of a Compose project. All is asked anew each time: restarts change it. */
final class ContainerAccess implements NodeAccess {
  private final Engine engine;
  private final String project;
  private final String service;

  ContainerAccess(Engine engine, String project, String service) {
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
    return engine.containers(Labels.ofService(project, service)).stream()
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No container of service " + service + " exists"))
        .getId();
  }

  @Override
  public InspectContainerResponse inspect() {
    return engine.inspect(containerId());
  }

  @Override
  public InetSocketAddress address(int containerPort) {
    Ports.Binding[] bindings =
        inspect().getNetworkSettings().getPorts().getBindings().get(ExposedPort.tcp(containerPort));
    if (bindings == null || bindings.length == 0) {
      throw new IllegalStateException(
          "Port %d of %s is not published now (is its container running?)"
              .formatted(containerPort, service));
    }
    return InetSocketAddress.createUnresolved(
        "127.0.0.1", Integer.parseInt(bindings[0].getHostPortSpec()));
  }

  @Override
  public CommandResult exec(String... command) {
    return engine.exec(containerId(), command);
  }

  @Override
  public List<LogLine> logs(Instant since) {
    return engine.logs(containerId(), service, since);
  }
}
