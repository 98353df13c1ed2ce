package org.halab.deploy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.halab.domain.Node;
import org.halab.stack.ComposeModel;
import org.halab.stack.Dcs;
import org.halab.stack.DcsMember;
import org.halab.stack.EntrypointPlan;
import org.halab.stack.Stack;

/**
 * What an automated run adds to a project, made for the parts that it has: an observer that relays
 * what the project does not publish, and a start in which the nodes wait for the DCS.
 */
final class Harness {
  static final String OBSERVER = "lab-observer";
  private static final int FIRST_PORT = 8001;
  private static final String OBSERVER_FILE = "/usr/local/etc/haproxy/haproxy.cfg";

  /** Names are looked up again all the time: a container that returns may have another address. */
  private static final String OBSERVER_HEAD =
      """
      global
        maxconn 200

      resolvers docker
        parse-resolv-conf
        resolve_retries 2
        timeout resolve 500ms
        timeout retry 500ms
        hold valid 500ms
        hold obsolete 500ms
        hold nx 500ms
        hold refused 500ms
        hold timeout 500ms

      defaults
        mode tcp
        timeout client 30s
        timeout connect 2s
        timeout server 30s
      """;

  /**
   * ZooKeeper accepts connections a moment before it answers them; a node that connects in that
   * moment loses 30 s. A command in that moment makes ZooKeeper log an error of its own, so the
   * check waits for its first snapshot, in the directory that its own configuration names. All of
   * it is one word of a shell's: Podman breaks a command of several words at each blank.
   */
  private static final String ZOOKEEPER_READY =
      "bash -c '"
          + "dir=$(sed -n s/^dataDir=//p \"$(tr \"\\0\" \"\\n\" </proc/1/cmdline | tail -n 1)\");"
          + " { [ -z \"$dir\" ] || ls $dir/version-2/snapshot.*; }"
          + " && exec 3<>/dev/tcp/127.0.0.1/PORT && echo srvr >&3 && grep -q Mode <&3'";

  private final Stack stack;
  private final Map<Target, Integer> relays = new LinkedHashMap<>();

  /** A port of a service, in its container. */
  record Target(String service, int port) {}

  Harness(Stack stack, ComposeModel model) {
    this.stack = stack;
    stack.nodes().forEach(node -> relay(node.service(), stack.settings(node).restPort()));
    for (Node node : stack.nodes()) {
      relayUnpublished(model, node.service(), stack.settings(node).postgresPort());
    }
    for (DcsMember member : stack.dcs().members()) {
      relayUnpublished(model, member.service(), member.port());
    }
    for (EntrypointPlan entrypoint : stack.entrypoints()) {
      relayUnpublished(model, entrypoint.service(), entrypoint.port());
      OptionalInt statistics = entrypoint.statisticsPort();
      statistics.ifPresent(port -> relayUnpublished(model, entrypoint.service(), port));
    }
  }

  private void relayUnpublished(ComposeModel model, String service, int port) {
    if (!model.publishes(service, port)) {
      relay(service, port);
    }
  }

  private void relay(String service, int port) {
    relays.computeIfAbsent(new Target(service, port), target -> FIRST_PORT + relays.size());
  }

  /** The observer's port for each port that it relays. */
  Map<Target, Integer> relays() {
    return Map.copyOf(relays);
  }

  /** Adds it to a project that has the observer's service already. */
  ComposeModel addedTo(ComposeModel model) {
    return model.changed(
        root -> {
          observe(root);
          waitForDcs(root);
        });
  }

  private void observe(ObjectNode root) {
    ObjectNode observer = service(root, OBSERVER);
    observer.putArray("ports");
    relays.values().forEach(port -> observer.withArray("ports").addObject().put("target", port));
    // A project may have put what is observed into networks of its own.
    relays.keySet().stream()
        .map(target -> service(root, target.service()).path("networks"))
        .flatMap(networks -> networks.properties().stream())
        .filter(network -> !observer.path("networks").has(network.getKey()))
        .forEach(network -> observer.withObject("/networks").putNull(network.getKey()));
    observer.putArray("configs").addObject().put("source", OBSERVER).put("target", OBSERVER_FILE);
    root.withObject("/configs").putObject(OBSERVER).put("content", configuration());
  }

  private String configuration() {
    return OBSERVER_HEAD
        + relays.entrySet().stream()
            .map(
                relay ->
                    """

                    listen %s-%d
                      bind *:%d
                      server it %s:%d resolvers docker init-addr libc,none
                    """
                        .formatted(
                            relay.getKey().service(),
                            relay.getKey().port(),
                            relay.getValue(),
                            relay.getKey().service(),
                            relay.getKey().port()))
            .collect(Collectors.joining());
  }

  private void waitForDcs(ObjectNode root) {
    for (DcsMember member : stack.dcs().members()) {
      ObjectNode server = service(root, member.service());
      if (stack.dcs().kind() == Dcs.ZOOKEEPER && !server.has("healthcheck")) {
        check(server, ZOOKEEPER_READY.replace("PORT", String.valueOf(member.port())));
      }
      for (Node node : stack.nodes()) {
        service(root, node.service())
            .withObject("/depends_on")
            .withObject("/" + member.service())
            .put("condition", server.has("healthcheck") ? "service_healthy" : "service_started")
            .put("required", true);
      }
    }
  }

  /**
   * Often while it starts; each check is a process, and many clusters have many. What does not
   * answer at the first check after the start is not waited for: nobody asks for the state later.
   */
  private static void check(ObjectNode server, String script) {
    ObjectNode check = server.putObject("healthcheck");
    // Compose would take a dollar sign for a variable of its own.
    List.of("CMD-SHELL", script.replace("$", "$$")).forEach(check.withArray("test")::add);
    check.put("start_period", "60s").put("start_interval", "300ms").put("interval", "60s");
    check.put("timeout", "2s").put("retries", 1);
  }

  private static ObjectNode service(ObjectNode root, String name) {
    return root.withObject("/services").withObject("/" + name);
  }
}
