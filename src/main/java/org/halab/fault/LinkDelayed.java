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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.halab.deploy.Project;
import org.halab.engine.Companion;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;
import org.halab.timing.InParallel;

/**
 * What connections over a link carry takes longer each way, by a relay in the server's network that
 * keeps everything for a while: for kernels that cannot delay packets, and for links of which one
 * end is this machine. Callers' connections are led to it, and those that are open are reset, for
 * they would go on past it. To connect takes no longer than before. The relay ends by itself,
 * whatever becomes of this program.
 */
public final class LinkDelayed implements FaultAction {
  private static final String RELAY = "delay.pl";

  /** The first of the ports that a relay listens on. */
  private static final int FIRST_PORT = 15_432;

  /** Longer than any scenario needs it. */
  private static final Duration LIFE = Duration.ofMinutes(10);

  /** Beside what the link takes, for whoever has to answer. */
  private static final Duration ANSWERED = Duration.ofSeconds(5);

  private static final AtomicInteger MADE = new AtomicInteger();

  private final Project project;
  private final Message done;
  private final Duration eachWay;
  private final List<Call> calls;
  private final String chain;
  private final Set<Companion> relays = ConcurrentHashMap.newKeySet();

  private LinkDelayed(Project project, Message done, Duration eachWay, List<Call> calls) {
    this.project = project;
    this.done = done;
    this.eachWay = eachWay;
    this.calls = calls;
    this.chain = "lab-longer-" + MADE.incrementAndGet();
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
        Message.of("fault.relayed").with("delay", eachWay.toMillis()).with("link", link.told()),
        eachWay,
        link.calls().apply(site));
  }

  @Override
  public Message done() {
    return done;
  }

  @Override
  public void inflict() {
    InParallel.forEach(byServer().entrySet(), one -> lead(one.getKey(), one.getValue()));
  }

  private Map<ServiceContainer, List<Call>> byServer() {
    return calls.stream()
        .collect(Collectors.groupingBy(Call::server, LinkedHashMap::new, Collectors.toList()));
  }

  private void lead(ServiceContainer server, List<Call> called) {
    List<Integer> ports = called.stream().map(Call::port).distinct().toList();
    String address = server.details().addresses().get(0);
    List<String> command =
        new ArrayList<>(
            List.of(
                "perl",
                "-e",
                relay(),
                address,
                String.valueOf(eachWay.toMillis() / 1000.0),
                String.valueOf(LIFE.toSeconds())));
    IntStream.range(0, ports.size())
        .forEach(i -> command.add("%d:%d".formatted(FIRST_PORT + i, ports.get(i))));
    relays.add(project.besideInNetwork(server, command.toArray(String[]::new)));
    List<String> rules = new ArrayList<>();
    rules.add("set -e");
    rules.add("iptables -w 5 -t nat -N " + chain);
    rules.add("iptables -w 5 -N " + chain);
    for (int i = 0; i < ports.size(); i++) {
      String which = "%s -p tcp --dport %d -j ".formatted(chain, ports.get(i));
      rules.add("iptables -w 5 -t nat -A " + which + "REDIRECT --to-ports " + (FIRST_PORT + i));
      rules.add("iptables -w 5 -A " + which + "REJECT --reject-with tcp-reset");
    }
    called.stream()
        .flatMap(one -> one.callersAddresses().stream())
        .distinct()
        .forEach(
            caller -> {
              String from = "! -i lo -s %s -j %s".formatted(caller, chain);
              rules.add("iptables -w 5 -t nat -I PREROUTING " + from);
              rules.add("iptables -w 5 -I INPUT " + from);
            });
    project.inNetwork(server, String.join("; ", rules));
  }

  /** Every relay works, and to each caller an answer takes as long as the link both ways. */
  @Override
  public boolean inEffect() {
    return relays.size() == byServer().size()
        && relays.stream().allMatch(Companion::running)
        && InParallel.allMatch(
            calls,
            one ->
                one.answered(project, eachWay.multipliedBy(2).plus(ANSWERED))
                    .filter(time -> time.compareTo(eachWay.multipliedBy(2)) >= 0)
                    .isPresent());
  }

  @Override
  public Deadline inEffectWithin(Deadlines deadlines) {
    return deadlines.orderCarriedOut();
  }

  /** Rules first: whoever loses its connection with the relay connects past it. */
  @Override
  public void heal() {
    InParallel.forEach(byServer().keySet(), this::clear);
    relays.forEach(Companion::close);
  }

  private void clear(ServiceContainer server) {
    if (server.details().running()) {
      project.inNetwork(
          server,
          ("for table in nat filter; do iptables -w 5 -t $table -S"
                  + " | sed -n '/ -j %1$s$/s/^-A/-D/p'"
                  + " | while read -r rule; do iptables -w 5 -t $table $rule; done;"
                  + " { iptables -w 5 -t $table -F %1$s; iptables -w 5 -t $table -X %1$s; }"
                  + " 2>/dev/null; done; true")
              .formatted(chain));
    }
  }

  /** No relay is left and no rule, and callers are answered. */
  @Override
  public boolean healed() {
    return relays.stream().noneMatch(Companion::running)
        && InParallel.allMatch(List.copyOf(byServer().keySet()), this::plain)
        && InParallel.allMatch(calls, one -> one.answered(project, ANSWERED).isPresent());
  }

  private boolean plain(ServiceContainer server) {
    return !server.details().running()
        || project
            .inNetwork(
                server,
                "{ iptables -w 5 -t nat -S; iptables -w 5 -S; } | grep %s || true".formatted(chain))
            .isBlank();
  }

  /** Whoever answers may only be starting again, beside other faults. */
  @Override
  public Deadline healedWithin(Deadlines deadlines) {
    return deadlines.standbyAssigned();
  }

  private static String relay() {
    try (InputStream script = LinkDelayed.class.getResourceAsStream(RELAY)) {
      return new String(
          Objects.requireNonNull(script, RELAY).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
