package org.halab.fault;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.halab.deploy.Project;
import org.halab.engine.ServiceContainer;
import org.halab.fault.Site.Peer;

/**
 * What goes one way between two parts, and where it can be touched: as a rule where it arrives, so
 * that whoever sent it is not told.
 */
final class Way {
  private final ServiceContainer place;
  private final String rule;
  private final Supplier<List<String>> addresses;
  private final Optional<ServiceContainer> from;
  private final Optional<Peer> peer;

  private Way(
      ServiceContainer place,
      String rule,
      Supplier<List<String>> addresses,
      Optional<ServiceContainer> from,
      Optional<Peer> peer) {
    this.place = place;
    this.rule = rule;
    this.addresses = addresses;
    this.from = from;
    this.peer = peer;
  }

  /** From a part to another one, which listens on a port. */
  static Way to(Peer to, ServiceContainer from) {
    return new Way(
        to.container(),
        "INPUT ! -i lo -s ",
        () -> from.details().addresses(),
        Optional.of(from),
        Optional.of(to));
  }

  /** From the host, where clients are, to a part. */
  static Way fromHost(ServiceContainer to) {
    return new Way(
        to, "INPUT ! -i lo -s ", () -> to.details().gateways(), Optional.empty(), Optional.empty());
  }

  /** From a part to the host, whose own network is left alone: it is touched where it is sent. */
  static Way toHost(ServiceContainer from) {
    return new Way(
        from,
        "OUTPUT ! -o lo -d ",
        () -> from.details().gateways(),
        Optional.empty(),
        Optional.empty());
  }

  /** What is done to everything that goes this way is a chain of rules of this name. */
  void lead(Project project, String chain, String rules) {
    project.inNetwork(
        place,
        "set -e; iptables -w 5 -N %s; %s; %s"
            .formatted(chain, rules, each("iptables -w 5 -I %s -j " + chain)));
  }

  /**
   * Takes such a chain away, as far as it is there. Whoever leads to it is found in the rules: a
   * part that was started meanwhile has another address now.
   */
  void clear(Project project, String chain) {
    if (place.details().running()) {
      project.inNetwork(
          place,
          ("iptables -w 5 -S | sed -n '/ -j %1$s$/s/^-A/-D/p'"
                  + " | while read -r rule; do iptables -w 5 $rule; done;"
                  + " { iptables -w 5 -F %1$s; iptables -w 5 -X %1$s; } 2>/dev/null; true")
              .formatted(chain));
    }
  }

  /**
   * The chain as iptables lists it, with how much each of its rules met; empty if there is none.
   */
  String listed(Project project, String chain) {
    return place.details().running()
        ? project.inNetwork(place, "iptables -w 5 -nvxL %s 2>/dev/null || true".formatted(chain))
        : "";
  }

  /** Sends packets this way that nobody listens for; where clients send, theirs must do. */
  void talk(int packets) {
    from.ifPresent(
        one ->
            one.exec(
                "timeout",
                "5",
                "bash",
                "-c",
                "to=$(getent hosts %s | cut -d' ' -f1); for i in {1..%d}; do echo >/dev/udp/$to/9; done"
                    .formatted(place.service(), packets)));
  }

  /** Whether a connection is made this way; where clients come from, they tell. */
  boolean connects() {
    return from.isEmpty()
        || peer.isEmpty()
        || from.get()
            .exec(
                "timeout",
                "1",
                "bash",
                "-c",
                "exec 3<>/dev/tcp/%s/%d".formatted(place.service(), peer.get().port()))
            .succeeded();
  }

  private String each(String command) {
    return addresses.get().stream()
        .map(address -> command.formatted(rule + address))
        .collect(Collectors.joining("; "));
  }
}
