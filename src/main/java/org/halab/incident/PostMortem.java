package org.halab.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.checker.RowSet;
import org.halab.message.Message;

/**
 * What is written down when an incident is over: what it was, what became of it, and what would
 * have prevented it.
 *
 * @param touched when a container was first started, stopped or let go on after it had happened
 * @param rows the clients' rows against those that the leader has; empty if no leader could be
 *     asked
 */
public record PostMortem(
    Incident incident,
    Happened happened,
    Protocol protocol,
    Suffering suffering,
    Optional<Instant> touched,
    Optional<RowSet> rows) {

  /** Its sentences, in the order in which things happened. */
  public List<Message> told() {
    List<Message> all = new ArrayList<>();
    all.add(Message.of("incident.told.broken").with("broken", happened.broken()));
    all.add(noticed());
    found()
        .ifPresent(at -> all.add(Message.of("incident.told.found").with("time", sinceBroken(at))));
    all.add(
        protocol
            .mended()
            .map(at -> Message.of("incident.told.mended").with("time", sinceBroken(at)))
            .orElse(Message.of("incident.told.givenUp")));
    all.add(suffered());
    all.add(lost());
    all.add(Message.of("incident.told.prevention").with("prevention", happened.prevention()));
    return all;
  }

  public int points() {
    return Score.of(protocol.hints(), protocol.mended().isPresent());
  }

  private Message noticed() {
    return suffering
        .first()
        .map(at -> Message.of("incident.told.noticed").with("time", sinceBroken(at)))
        .orElse(Message.of("incident.told.unnoticed"));
  }

  /** The first check, or the first repair that was seen. */
  private Optional<Instant> found() {
    return Stream.of(protocol.firstCheck(), touched, protocol.mended())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  private Message suffered() {
    if (suffering.first().isEmpty()) {
      return Message.of("incident.told.served").with("count", suffering.of());
    }
    return suffering.ended()
        ? Message.of("incident.told.suffered")
            .with("without", suffering.without())
            .with("failed", suffering.failed())
            .with("count", suffering.of())
        : Message.of("incident.told.suffer")
            .with("without", suffering.without())
            .with("failed", suffering.failed())
            .with("count", suffering.of());
  }

  private Message lost() {
    return rows.map(
            set ->
                set.lost().isEmpty()
                    ? Message.of("incident.told.noneLost").with("count", set.acknowledged())
                    : Message.of("incident.told.lost")
                        .with("lost", set.lost().size())
                        .with("count", set.acknowledged()))
        .orElse(Message.of("incident.told.rowsUnknown"));
  }

  private Message pointsTold() {
    return Message.of("incident.told.points")
        .with("points", points())
        .with("full", Score.FULL)
        .with("hints", protocol.hints());
  }

  private Duration sinceBroken(Instant at) {
    Duration since = Duration.between(protocol.broken(), at);
    return since.isNegative() ? Duration.ZERO : since;
  }

  /** For a terminal. */
  public String text() {
    return Stream.of(
            Stream.of(heading()),
            told().stream().map(sentence -> "- " + sentence),
            Stream.of(Message.of("incident.told.right").toString()),
            happened.right().stream().map(order -> "    " + order),
            Stream.of(pointsTold().toString()))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  /** The same as a file. */
  public String markdown() {
    return Stream.of(
            Stream.of("# " + heading(), ""),
            told().stream().map(sentence -> "- " + sentence),
            Stream.of("", Message.of("incident.told.right").toString(), "", "```sh"),
            happened.right().stream().map(Order::toString),
            Stream.of("```", "", pointsTold().toString(), ""))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private String heading() {
    return Message.of("incident.told.heading").with("name", incident.name()).toString();
  }
}
