package org.halab.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.halab.deploy.Project;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;
import org.halab.timing.InParallel;

/**
 * A link that loses packets by chance, each for itself, as a bad cable or a crowded network does.
 * What passes and what is lost is counted by the rule itself.
 */
public final class PacketsLost implements FaultAction {
  private static final int SHARE = 30;

  public static final NamedFault TO_REPLICA = on(Link.LEADER_AND_REPLICA, SHARE);
  public static final NamedFault TO_DCS = on(Link.LEADER_AND_DCS, SHARE);
  public static final NamedFault TO_LEADER = on(Link.ENTRYPOINT_AND_LEADER, SHARE);
  public static final NamedFault OF_CLIENTS = on(Link.CLIENTS_AND_ENTRYPOINT, SHARE);

  private static final int ALL = 100;

  /** So many packets show the share of those that are lost. */
  private static final int ENOUGH = 100;

  /** How far, in standard deviations, a share may be from the one that was asked for. */
  private static final int DEVIATIONS = 4;

  private static final AtomicInteger MADE = new AtomicInteger();

  private final Project project;
  private final Message done;
  private final int percent;
  private final Map<String, Way> ways = new LinkedHashMap<>();

  PacketsLost(Project project, Message done, int percent, List<Way> ways) {
    this.project = project;
    this.done = done;
    this.percent = percent;
    ways.forEach(way -> this.ways.put("lab-lost-" + MADE.incrementAndGet(), way));
  }

  /**
   * So many of a hundred packets of a link are lost, whichever way they go.
   *
   * @param percent less than all
   */
  public static NamedFault on(Link link, int percent) {
    return NamedFault.of(
        "%d %% of the packets between %s are lost".formatted(percent, link.words()),
        site ->
            new PacketsLost(
                site.project(),
                Message.of("fault.lost").with("percent", percent).with("link", link.told()),
                percent,
                link.bothWays(site)),
        link.limit());
  }

  @Override
  public Message done() {
    return done;
  }

  @Override
  public void inflict() {
    InParallel.forEach(ways.entrySet(), one -> lose(one.getKey(), one.getValue()));
  }

  private void lose(String chain, Way way) {
    String chance =
        percent == ALL
            ? ""
            : "-m statistic --mode random --probability %d.%02d"
                .formatted(percent / ALL, percent % ALL);
    way.lead(
        project,
        chain,
        "iptables -w 5 -A %s; iptables -w 5 -A %s %s -j DROP".formatted(chain, chain, chance));
  }

  /** The share is lost each way of what the rules have met, and that is enough to tell. */
  @Override
  public boolean inEffect() {
    return InParallel.allMatch(ways.entrySet(), one -> loses(one.getKey(), one.getValue()));
  }

  private boolean loses(String chain, Way way) {
    Optional<Counted> counted = counted(way.listed(project, chain));
    if (counted.isPresent() && counted.get().met() < ENOUGH) {
      way.talk(ENOUGH);
      counted = counted(way.listed(project, chain));
    }
    return counted.filter(one -> one.met() >= ENOUGH && one.agreesWith(percent)).isPresent();
  }

  /** The share has to be counted, and what loses packets is slow to send enough of them. */
  @Override
  public Deadline inEffectWithin(Deadlines deadlines) {
    return deadlines.standbyAssigned();
  }

  @Override
  public void heal() {
    InParallel.forEach(ways.entrySet(), one -> one.getValue().clear(project, one.getKey()));
  }

  /** Beside other faults, whoever listens at the other end may only be starting. */
  @Override
  public Deadline healedWithin(Deadlines deadlines) {
    return deadlines.standbyAssigned();
  }

  /** No rule is left, and connections are made again. */
  @Override
  public boolean healed() {
    return InParallel.allMatch(
        ways.entrySet(),
        one -> one.getValue().listed(project, one.getKey()).isBlank() && one.getValue().connects());
  }

  /**
   * What the two rules of a chain have counted: everything, and what is lost of it.
   *
   * @param listed as iptables does; its first two lines are headings
   * @return empty if that is no such chain
   */
  static Optional<Counted> counted(String listed) {
    List<Long> counts = new ArrayList<>();
    listed
        .lines()
        .skip(2)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> counts.add(Long.parseLong(line.split("\\s+")[0])));
    return counts.size() == 2
        ? Optional.of(new Counted(counts.get(0), counts.get(1)))
        : Optional.empty();
  }

  /**
   * @param met packets that went this way
   * @param lost those of them that went no farther
   */
  record Counted(long met, long lost) {
    /** Whether so few or so many are lost as chance allows for; packets go on while one counts. */
    boolean agreesWith(int percent) {
      double share = percent / (double) ALL;
      double spread = DEVIATIONS * Math.sqrt(met * share * (1 - share));
      return lost >= met * share - spread && lost <= (met + ENOUGH) * share + spread;
    }
  }
}
