package org.halab.fault;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.deploy.Project;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;
import org.halab.timing.InParallel;

/**
 * The link between the leader and its replica loses nothing, but takes its time: what each sends to
 * the other waits in a queue of its own. What they send to others does not.
 */
public final class LinkShaped implements FaultAction {
  public static final NamedFault SLOW =
      NamedFault.of(
          "the link between the leader and the replica is slow",
          site -> slow(site, 32),
          Site::withSilentReplica);
  public static final NamedFault DELAYED =
      NamedFault.of(
          "the link between the leader and the replica is long",
          site -> delayed(site, 100),
          Site::withSilentReplica);

  /** What a link between two containers carries, and more: no limit. */
  private static final String UNLIMITED = "10gbit";

  /** Enough to be kept waiting, little enough not to fill the queue. */
  private static final int PROBE_PACKETS = 50;

  private static final Pattern SENT = Pattern.compile("Sent \\d+ bytes (\\d+) pkt");
  private static final Pattern OVER = Pattern.compile("overlimits (\\d+)");

  /** One end, and whom its queue is for. */
  private record End(ServiceContainer sender, ServiceContainer receiver) {
    String address() {
      return receiver.details().addresses().get(0);
    }
  }

  private final Project project;
  private final Message done;
  private final String rate;
  private final String leaf;
  private final List<End> ends;

  private LinkShaped(Project project, Message done, String rate, String leaf, List<End> ends) {
    this.project = project;
    this.done = done;
    this.rate = rate;
    this.leaf = leaf;
    this.ends = ends;
  }

  private static LinkShaped slow(Site site, int kilobits) {
    return new LinkShaped(
        site.project(),
        Message.of("fault.slow").with("rate", kilobits),
        kilobits + "kbit",
        "",
        ends(site));
  }

  /** A kernel may come without the module that delays packets; then a relay delays the stream. */
  private static FaultAction delayed(Site site, int milliseconds) {
    String leaf = "netem delay %dms limit 10000".formatted(milliseconds);
    return kernelKnows(leaf, site)
        ? new LinkShaped(
            site.project(),
            Message.of("fault.delayed").with("delay", milliseconds),
            UNLIMITED,
            leaf,
            ends(site))
        : LinkDelayed.at(site, Link.LEADER_AND_REPLICA, Duration.ofMillis(milliseconds));
  }

  private static boolean kernelKnows(String queue, Site site) {
    return site.project()
        .inNetwork(
            site.leader(),
            "{ tc qdisc add dev lo root %s && tc qdisc del dev lo root; } 2>&1 || true"
                .formatted(queue))
        .isBlank();
  }

  private static List<End> ends(Site site) {
    ServiceContainer leader = site.leader();
    ServiceContainer replica = site.synchronousStandby();
    return List.of(new End(leader, replica), new End(replica, leader));
  }

  @Override
  public Message done() {
    return done;
  }

  @Override
  public void inflict() {
    InParallel.forEach(ends, this::shape);
  }

  private void shape(End end) {
    String device = device(end);
    String queue =
        leaf.isEmpty() ? "" : "tc qdisc add dev %s parent 1:1 %s;".formatted(device, leaf);
    project.inNetwork(
        end.sender(),
        String.join(
            " ",
            "set -e;",
            "tc qdisc add dev %s root handle 1: htb;".formatted(device),
            "tc class add dev %s parent 1: classid 1:1 htb rate %s burst 2kb cburst 2kb;"
                .formatted(device, rate),
            queue,
            "tc filter add dev %s parent 1: protocol ip u32 match ip dst %s/32 flowid 1:1"
                .formatted(device, end.address())));
  }

  /** The device that leads to the other end. */
  private String device(End end) {
    return project
        .inNetwork(
            end.sender(),
            "ip -o route get %s | sed 's/.* dev \\([^ ]*\\).*/\\1/'".formatted(end.address()))
        .strip();
  }

  /** Packets went through each of the two queues, and of a slow link's some had to wait there. */
  @Override
  public boolean inEffect() {
    return InParallel.allMatch(
        ends,
        end -> {
          if (queue(end).isBlank()) {
            return false;
          }
          Way.to(new Site.Peer(end.receiver(), 0), end.sender()).talk(PROBE_PACKETS);
          String queue = queue(end);
          return count(SENT, queue) > 0 && (!leaf.isEmpty() || count(OVER, queue) > 0);
        });
  }

  /** On whatever device it is: a part that was started meanwhile may have another address. */
  @Override
  public void heal() {
    InParallel.forEach(
        ends,
        end -> {
          if (end.sender().details().running()) {
            project.inNetwork(
                end.sender(),
                "for device in $(tc qdisc show | sed -n 's/^qdisc htb 1: dev \\([^ ]*\\).*/\\1/p');"
                    + " do tc qdisc del dev $device root; done");
          }
        });
  }

  @Override
  public boolean healed() {
    return InParallel.allMatch(ends, end -> queue(end).isBlank());
  }

  /** What tc says of the queue; empty if there is none. */
  private String queue(End end) {
    return end.sender().details().running()
        ? project.inNetwork(
            end.sender(),
            leaf.isEmpty()
                ? "tc -s qdisc show | grep -A 1 'qdisc htb 1:' || true"
                : "tc -s qdisc show | grep -A 1 'qdisc netem' || true")
        : "";
  }

  private static long count(Pattern what, String told) {
    Matcher found = what.matcher(told);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }
}
