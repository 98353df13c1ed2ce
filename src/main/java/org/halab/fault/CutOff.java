package org.halab.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.deploy.Project;
import org.halab.engine.ContainerDetails;
import org.halab.engine.ServiceContainer;
import org.halab.fault.Site.Peer;
import org.halab.message.Message;
import org.halab.timing.Bounds;

/**
 * A node that gets no packet from certain peers, and reaches none of them; packets vanish without
 * an answer, as they do in a network that is broken.
 */
public final class CutOff implements FaultAction {
  public static final NamedFault FROM_DCS =
      NamedFault.of(
          "the leader is cut off from the DCS",
          site -> leader(site, Message.text(site.dcs()), Reach.PEERS, site.dcsPeers()),
          Bounds::lockLost);
  public static final NamedFault FROM_REPLICA =
      NamedFault.of(
          "the leader is cut off from the replica",
          site ->
              leader(
                  site, Message.of("fault.peer.replica"), Reach.PEERS, List.of(site.standbyPeer())),
          (bounds, site) -> bounds.standbySilent(site.walSenderTimeout()));
  public static final NamedFault FROM_CLIENTS =
      NamedFault.of(
          "the leader is cut off from clients and the entrypoint",
          site ->
              leader(
                  site,
                  Message.of("fault.peer.clients"),
                  Reach.PEERS_AND_HOST,
                  List.of(site.entrypointPeer())),
          Bounds::pathBack);
  public static final NamedFault FROM_EVERYTHING =
      NamedFault.of(
          "the leader is cut off from everything",
          site ->
              leader(
                  site,
                  Message.of("fault.peer.everything"),
                  Reach.EVERYTHING,
                  site.peersOfLeader()),
          Bounds::crash);

  private static final int PROBE_SECONDS = 1;

  /** Whom the node is cut off from. */
  private enum Reach {
    PEERS,
    /** And from the host, where clients come from that use no entrypoint. */
    PEERS_AND_HOST,
    /** The peers only tell whether it is. */
    EVERYTHING
  }

  private final Project project;
  private final ServiceContainer node;
  private final Message from;
  private final Reach reach;
  private final List<Peer> peers;
  private List<String> addresses = List.of();
  private Optional<Instant> startedAt = Optional.empty();

  private CutOff(
      Project project, ServiceContainer node, Message from, Reach reach, List<Peer> peers) {
    this.project = project;
    this.node = node;
    this.from = from;
    this.reach = reach;
    this.peers = List.copyOf(peers);
  }

  private static CutOff leader(Site site, Message from, Reach reach, List<Peer> peers) {
    return new CutOff(site.project(), site.leader(), from, reach, peers);
  }

  @Override
  public Message done() {
    return Message.of("fault.cutOff").with("node", node.service()).with("from", from);
  }

  @Override
  public void inflict() {
    startedAt = startedAt();
    addresses = reach == Reach.EVERYTHING ? List.of("0.0.0.0/0") : addresses();
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
            "exec 3<>/dev/tcp/%s/%d".formatted(peer.container().service(), peer.port()))
        .succeeded();
  }

  private List<String> addresses() {
    List<String> found = new ArrayList<>();
    for (Peer peer : peers) {
      found.addAll(peer.container().details().addresses());
    }
    if (reach == Reach.PEERS_AND_HOST) {
      found.addAll(node.details().gateways());
    }
    return found;
  }

  private void rules(Stream<String> rules) {
    String script =
        rules.map(rule -> "iptables -w 5 " + rule + " -j DROP").collect(Collectors.joining(" && "));
    if (!script.isEmpty()) {
      project.inNetwork(node, script);
    }
  }
}
