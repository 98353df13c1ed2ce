package org.halab.hosts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.halab.engine.CommandResult;
import org.halab.engine.Labels;
import org.halab.engine.RunIdentity;

/**
 * A container of a host that leads from ports of it to a service on the swarm's network, as the
 * service's own published ports do; it is no part of the swarm's stack, and ends with its host.
 */
final class Door {
  private static final String HEAD =
      """
      global
        maxconn 200

      resolvers docker
        parse-resolv-conf
        hold valid 500ms

      defaults
        mode tcp
        timeout client 30s
        timeout connect 2s
        timeout server 30s
      """;

  private final String stack;
  private final String service;
  private final Map<Integer, Integer> ports;

  /**
   * @param ports of the service's container, each with that of its host
   */
  Door(String stack, String service, Map<Integer, Integer> ports) {
    this.stack = stack;
    this.service = service;
    this.ports = Map.copyOf(ports);
  }

  /**
   * @param image that has HAProxy
   */
  CommandResult open(Host host, String network, String image) {
    List<String> command = new ArrayList<>(List.of("run", "--detach", "--network", network));
    command.addAll(List.of("--label", Labels.RUN + "=" + RunIdentity.current()));
    command.addAll(List.of("--name", stack + "-door-" + service));
    ports.forEach((port, ofHost) -> command.addAll(List.of("--publish", ofHost + ":" + port)));
    command.addAll(List.of(image, "bash", "-c"));
    command.addAll(List.of("exec haproxy -f <(echo \"$0\")", configuration()));
    return host.docker(command.toArray(String[]::new));
  }

  private String configuration() {
    return HEAD
        + ports.keySet().stream()
            .map(
                port ->
                    """

                    listen %d
                      bind *:%d
                      server it %s:%d resolvers docker init-addr libc,none
                    """
                        .formatted(port, port, service, port))
            .collect(Collectors.joining());
  }
}
