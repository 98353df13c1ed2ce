package org.halab.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.halab.deploy.Project;
import org.halab.engine.Companion;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;
import org.halab.timing.InParallel;

/**
 * Every packet of a link takes longer each way, by a device in the sender's network behind which a
 * program keeps it for a while: for kernels that cannot delay packets, and for links of which one
 * end is this machine; there the part at the other end keeps its own for both ways. No connection
 * is ended by it. The program ends by itself, whatever becomes of this one.
 */
public final class LinkDelayed implements FaultAction {
  private static final String KEEPER = "delay.pl";
  private static final String DEVICE = "lab-longer";
  private static final String CHAIN = "lab-longer";
  private static final int TABLE = 7432;

  /** Packets that are to be kept, and those that have been. */
  private static final int TO_KEEP = 0x7432;

  private static final int KEPT = 0x7433;

  /** Longer than any scenario needs it. */
  private static final Duration LIFE = Duration.ofMinutes(10);

  /** Beside what the link takes, for whoever has to answer. */
  private static final Duration ANSWERED = Duration.ofSeconds(5);

  private final Project project;
  private final Message done;
  private final Duration eachWay;
  private final List<Call> calls;
  private final Set<Companion> keepers = ConcurrentHashMap.newKeySet();

  private LinkDelayed(Project project, Message done, Duration eachWay, List<Call> calls) {
    this.project = project;
    this.done = done;
    this.eachWay = eachWay;
    this.calls = calls;
  }

  /** What a link carries takes so much longer each way. */
  public static NamedFault on(Link link, Duration eachWay) {
    return NamedFault.of(
        "the link between %s takes %d ms more each way".formatted(link.words(), eachWay.toMillis()),
        site -> at(site, link, eachWay),
        link.limit());
  }

  static LinkDelayed at(Site site, Link link, Duration eachWay) {
    return new LinkDelayed(
        site.project(),
        Message.of("fault.longer").with("delay", eachWay.toMillis()).with("link", link.told()),
        eachWay,
        link.calls().apply(site));
  }

  @Override
  public Message done() {
    return done;
  }

  /**
   * What a part keeps.
   *
   * @param addresses to which it goes
   */
  private record Sender(ServiceContainer part, List<String> addresses, Duration time) {}

  private List<Sender> senders() {
    Map<ServiceContainer, List<String>> to = new LinkedHashMap<>();
    calls.forEach(
        call -> {
          to.computeIfAbsent(call.server(), one -> new ArrayList<>())
              .addAll(call.callersAddresses());
          call.caller()
              .ifPresent(
                  caller ->
                      to.computeIfAbsent(caller, one -> new ArrayList<>())
                          .addAll(call.server().details().addresses()));
        });
    boolean oneEnd = calls.stream().anyMatch(call -> call.caller().isEmpty());
    return to.entrySet().stream()
        .map(
            one ->
                new Sender(
                    one.getKey(),
                    one.getValue().stream().distinct().toList(),
                    oneEnd ? bothWays() : eachWay))
        .toList();
  }

  /** Both ends of each call, as far as they are containers. */
  private List<ServiceContainer> parts() {
    return calls.stream()
        .flatMap(call -> Stream.concat(Stream.of(call.server()), call.caller().stream()))
        .distinct()
        .toList();
  }

  @Override
  public void inflict() {
    InParallel.forEach(senders(), this::keep);
  }

  private void keep(Sender sender) {
    keepers.add(
        project.besideInNetwork(
            sender.part(),
            "perl",
            "-e",
            keeper(),
            DEVICE,
            String.valueOf(sender.time().toMillis() / 1000.0),
            String.valueOf(LIFE.toSeconds()),
            String.valueOf(KEPT)));
    List<String> orders = new ArrayList<>();
    orders.add("set -e");
    orders.add("i=0; until ip link set %s up 2>/dev/null".formatted(DEVICE));
    orders.add("do i=$((i + 1)); [ $i -lt 100 ]; sleep 0.1; done");
    orders.add("ip route add default dev %s table %d".formatted(DEVICE, TABLE));
    orders.add("ip rule add fwmark %d lookup %d".formatted(TO_KEEP, TABLE));
    orders.add("iptables -w 5 -t mangle -N " + CHAIN);
    orders.add("iptables -w 5 -t mangle -A %s -m mark --mark %d -j RETURN".formatted(CHAIN, KEPT));
    sender
        .addresses()
        .forEach(
            to ->
                orders.add(
                    "iptables -w 5 -t mangle -A %s -d %s -j MARK --set-mark %d"
                        .formatted(CHAIN, to, TO_KEEP)));
    orders.add("iptables -w 5 -t mangle -I OUTPUT ! -o lo -j " + CHAIN);
    project.inNetwork(sender.part(), String.join("\n", orders));
  }

  /** Every part keeps what it sends, and to each caller an answer takes as long as both ways. */
  @Override
  public boolean inEffect() {
    return keepers.size() == parts().size()
        && keepers.stream().allMatch(Companion::running)
        && InParallel.allMatch(
            calls,
            one ->
                one.answered(project, bothWays().plus(ANSWERED))
                    .filter(time -> time.compareTo(bothWays()) >= 0)
                    .isPresent());
  }

  private Duration bothWays() {
    return eachWay.multipliedBy(2);
  }

  @Override
  public Deadline inEffectWithin(Deadlines deadlines) {
    return deadlines.orderCarriedOut();
  }

  /** Nothing more is kept then, and what is kept goes on in its time. */
  @Override
  public void heal() {
    InParallel.forEach(parts(), this::clear);
    InParallel.forEach(keepers, one -> one.end(bothWays().plus(ANSWERED)));
  }

  private void clear(ServiceContainer part) {
    if (part.details().running()) {
      project.inNetwork(
          part,
          """
          iptables -w 5 -t mangle -D OUTPUT ! -o lo -j %1$s
          iptables -w 5 -t mangle -F %1$s
          iptables -w 5 -t mangle -X %1$s
          ip rule del fwmark %2$d
          true
          """
              .formatted(CHAIN, TO_KEEP));
    }
  }

  /** Nothing is kept and nothing is led there, and callers are answered. */
  @Override
  public boolean healed() {
    return keepers.stream().noneMatch(Companion::running)
        && InParallel.allMatch(parts(), this::plain)
        && InParallel.allMatch(calls, one -> one.answered(project, ANSWERED).isPresent());
  }

  private boolean plain(ServiceContainer part) {
    return !part.details().running()
        || project
            .inNetwork(part, "iptables -w 5 -t mangle -S | grep %s || true".formatted(CHAIN))
            .isBlank();
  }

  /** Whoever answers may only be starting again, beside other faults. */
  @Override
  public Deadline healedWithin(Deadlines deadlines) {
    return deadlines.standbyAssigned();
  }

  private static String keeper() {
    try (InputStream script = LinkDelayed.class.getResourceAsStream(KEEPER)) {
      return new String(
          Objects.requireNonNull(script, KEEPER).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
