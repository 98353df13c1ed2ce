package org.halab.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.deploy.Project;
import org.halab.engine.CommandResult;
import org.halab.engine.ContainerDetails;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;

/**
 * A node that gets no packet from certain peers, and reaches none of them; packets vanish without
 * an answer, as they do in a network that is broken. The rules are set by a container that runs in
 * the node's network namespace: the project under test needs nothing for it, and it works wherever
 * the engine's kernel filters packets.
 */
public final class CutOff implements FaultAction {
  private static final int PROBE_SECONDS = 1;

  /** Whom a node is cut off from, and a port of it that tells whether it is. */
  public record Peer(String service, int port) {}

  private final Project project;
  private final ServiceContainer node;
  private final Message from;
  private final List<Peer> peers;
  private final boolean fromHost;
  private final boolean fromAll;
  private List<String> addresses = List.of();
  private Optional<Instant> startedAt = Optional.empty();

  private CutOff(
      Project project,
      ServiceContainer node,
      Message from,
      List<Peer> peers,
      boolean fromHost,
      boolean fromAll) {
    this.project = project;
    this.node = node;
    this.from = from;
    this.peers = List.copyOf(peers);
    this.fromHost = fromHost;
    this.fromAll = fromAll;
  }

  /** From these services alone. */
  public static CutOff from(Project project, ServiceContainer node, Message words, Peer... peers) {
    return new CutOff(project, node, words, List.of(peers), false, false);
  }

  /** From these services and from the host, where clients come from that use no entrypoint. */
  public static CutOff fromAndHost(
      Project project, ServiceContainer node, Message words, Peer... peers) {
    return new CutOff(project, node, words, List.of(peers), true, false);
  }

  /**
   * From everything.
   *
   * @param peers that tell whether it is
   */
  public static CutOff fromEverything(Project project, ServiceContainer node, Peer... peers) {
    return new CutOff(
        project, node, Message.of("fault.peer.everything"), List.of(peers), true, true);
  }

  @Override
  public Message done() {
    return Message.of("fault.cutOff").with("node", node.service()).with("from", from);
  }

  @Override
  public void inflict() {
    startedAt = startedAt();
    addresses = fromAll ? List.of("0.0.0.0/0") : addresses();
    rules(
        addresses.stream()
            .flatMap(
                address ->
                    Stream.of(
                        "-I INPUT ! -i lo -s " + address, "-I OUTPUT ! -o lo -d " + address)));
  }

  /** Every peer out of reach; a probe that is refused was answered. */
  @Override
  public boolean inEffect() {
    return peers.stream().noneMatch(this::reaches);
  }

  /** A container that ended took its network, and the rules, with it. */
  @Override
  public void heal() {
    if (!startedAt.equals(startedAt())) {
      return;
    }
    rules(
        addresses.stream()
            .flatMap(
                address ->
                    Stream.of(
                        "-D INPUT ! -i lo -s " + address, "-D OUTPUT ! -o lo -d " + address)));
    addresses = List.of();
  }

  @Override
  public boolean healed() {
    return !startedAt.equals(startedAt()) || peers.stream().allMatch(this::reaches);
  }

  /** Empty while the container does not run. */
  private Optional<Instant> startedAt() {
    ContainerDetails now = node.details();
    return now.running() ? Optional.of(now.startedAt()) : Optional.empty();
  }

  private boolean reaches(Peer peer) {
    return node.exec(
            "timeout",
            String.valueOf(PROBE_SECONDS),
            "bash",
            "-c",
            "exec 3<>/dev/tcp/%s/%d".formatted(peer.service(), peer.port()))
        .succeeded();
  }

  private List<String> addresses() {
    List<String> found = new ArrayList<>();
    for (Peer peer : peers) {
      found.addAll(project.access(peer.service()).details().addresses());
    }
    if (fromHost) {
      found.addAll(node.details().gateways());
    }
    return found;
  }

  private void rules(Stream<String> rules) {
    String script =
        rules.map(rule -> "iptables -w 5 " + rule + " -j DROP").collect(Collectors.joining(" && "));
    if (!script.isEmpty()) {
      inNetworkOfNode(script);
    }
  }

  private void inNetworkOfNode(String script) {
    CommandResult result =
        node.inNetwork(project.image("network"), project.labels(), "sh", "-c", script);
    if (!result.succeeded()) {
      throw new IllegalStateException(
          "The packet filter of %s could not be changed (%s ended with %d): %s"
              .formatted(node.service(), script, result.exitCode(), result.output()));
    }
  }
}
