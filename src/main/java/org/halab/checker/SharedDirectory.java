package org.halab.checker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.halab.domain.LogLine;

/**
 * Whether two containers had one data directory at once, and whether two PostgreSQL were at work in
 * it. PostgreSQL's own lock there is the number of a process, which says nothing in a container
 * that sees other processes.
 *
 * @param tenants the containers that had the directory, one after the other if all is well
 */
public record SharedDirectory(List<Tenant> tenants) {
  /** Patroni lets a server that was not shut down recover in a single user's mode first. */
  private static final Pattern BEGINS =
      Pattern.compile("LOG: +starting PostgreSQL|doing crash recovery in a single user mode");

  private static final Pattern ENDS = Pattern.compile("LOG: +database system is shut down");

  /**
   * @param container its id
   * @param ended by the same clock; empty while it runs
   * @param log what it printed
   */
  public record Tenant(
      String container, Instant started, Optional<Instant> ended, List<LogLine> log) {

    private Together whole() {
      return new Together(started, ended.orElse(Instant.MAX));
    }

    /** From the line that tells of a start until the one that tells of an end. */
    private List<Together> servers() {
      List<Together> servers = new ArrayList<>();
      Instant begun = null;
      for (LogLine line : log) {
        boolean begins = BEGINS.matcher(line.text()).find();
        if (begun != null && (begins || ENDS.matcher(line.text()).find())) {
          servers.add(new Together(begun, line.at()));
          begun = null;
        }
        if (begins) {
          begun = line.at();
        }
      }
      if (begun != null) {
        servers.add(new Together(begun, ended.orElse(Instant.MAX)));
      }
      return servers;
    }
  }

  /** From when until when. */
  public record Together(Instant from, Instant until) {
    private Optional<Together> with(Together other) {
      Instant later = from.isAfter(other.from) ? from : other.from;
      Instant sooner = until.isBefore(other.until) ? until : other.until;
      return later.isBefore(sooner) ? Optional.of(new Together(later, sooner)) : Optional.empty();
    }

    public Duration length() {
      return Duration.between(from, until);
    }
  }

  /** The longest time that two of the containers ran at once. */
  public Optional<Together> containers() {
    return longest((one, other) -> one.whole().with(other.whole()).stream().toList());
  }

  /** The longest time that the PostgreSQL of two of them ran at once, as their logs tell it. */
  public Optional<Together> servers() {
    return longest(
        (one, other) ->
            one.servers().stream()
                .flatMap(
                    server -> other.servers().stream().flatMap(its -> server.with(its).stream()))
                .toList());
  }

  private interface Common {
    List<Together> of(Tenant one, Tenant other);
  }

  private Optional<Together> longest(Common common) {
    List<Together> all = new ArrayList<>();
    for (int i = 0; i < tenants.size(); i++) {
      for (Tenant other : tenants.subList(i + 1, tenants.size())) {
        all.addAll(common.of(tenants.get(i), other));
      }
    }
    return all.stream().max(Comparator.comparing(Together::length));
  }
}
