package org.halab.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.deploy.Project;
import org.halab.engine.ContainerDetails;
import org.halab.engine.ServiceContainer;
import org.halab.fault.Site.Peer;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.Calibrations;
import org.halab.timing.InParallel;

/**
 * A node that gets no packet from certain peers, and reaches none of them; packets vanish without
 * an answer, as they do in a network that is broken.
 */
public final class CutOff implements FaultAction {
  public static final NamedFault FROM_DCS =
      NamedFault.of(
              "the leader is cut off from the DCS",
              site -> leader(site, Message.text(site.dcs()), Reach.PEERS, site.dcsPeers()),
              Bounds::lockLost)
          .calibrated(Calibrations::lockLost);
  public static final NamedFault FROM_REPLICA =
      NamedFault.of(
              "the leader is cut off from the replica",
              site ->
                  leader(
                      site,
                      Message.of("fault.peer.replica"),
                      Reach.PEERS,
                      List.of(site.standbyPeer())),
              Site::withSilentReplica)
          .calibrated(Calibrations::standbySilent);
  public static final NamedFault FROM_CLIENTS =
      NamedFault.of(
              "the leader is cut off from clients and the entrypoint",
              site ->
                  leader(
                      site,
                      Message.of("fault.peer.clients"),
                      Reach.PEERS_AND_HOST,
                      site.entrypointPeers()),
              Bounds::pathBack)
          .calibrated(Calibrations::pathBack);
  public static final NamedFault FROM_EVERYTHING =
      NamedFault.of(
              "the leader is cut off from everything",
              site ->
                  leader(
                      site,
                      Message.of("fault.peer.everything"),
                      Reach.EVERYTHING,
                      site.peersOfLeader()),
              Bounds::crash)
          .calibrated(Calibrations::cutOff);

  public static final NamedFault REPLICA =
      NamedFault.of(
              "the replica is cut off from everything",
              site -> part(site, site.synchronousStandby()),
              Site::withSilentReplica)
          .calibrated(Calibrations::standbyCutOff);
  public static final NamedFault DCS_MEMBER =
      NamedFault.of(
          "a member of the DCS is cut off from everything",
          site -> part(site, site.dcsMember()),
          Site::withoutDcsMember);
  public static final NamedFault DCS_LEADER =
      NamedFault.of(
          "the leader of the DCS is cut off from everything",
          site -> part(site, site.dcsLeader()),
          Site::withoutDcsMember);
  public static final NamedFault ENTRYPOINT =
      NamedFault.of(
              "the entrypoint is cut off from everything",
              site -> part(site, site.entrypoint()),
              Site::withSilentEntrypoint)
          .calibrated(Calibrations::pathBack);
  public static final NamedFault LAST_ENTRYPOINT =
      NamedFault.of(
          "the last entrypoint is cut off from everything",
          site -> part(site, site.lastEntrypoint()),
          Site::withSilentEntrypoint);

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

  private static CutOff part(Site site, ServiceContainer part) {
    return new CutOff(
        site.project(),
        part,
        Message.of("fault.peer.everything"),
        Reach.EVERYTHING,
        site.peersOf(part));
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
    return reached() == 0;
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
    return !startedAt.equals(startedAt()) || reached() == peers.size();
  }

  /** How many of the peers answer; each that does not is waited for. */
  private int reached() {
    AtomicInteger reached = new AtomicInteger();
    InParallel.forEach(
        peers,
        peer -> {
          if (reaches(peer)) {
            reached.incrementAndGet();
          }
        });
    return reached.get();
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
