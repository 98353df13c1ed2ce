package org.halab.report.found;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.halab.message.Message;
import org.halab.report.model.GuidePart;

/** What was tried that the guide does not ask for. */
final class Beyond {
  private final List<Watched> faults;

  Beyond(List<Watched> watched) {
    this.faults = watched.stream().filter(one -> one.part() == GuidePart.BEYOND).toList();
  }

  /** Nothing where there was no fault. */
  Optional<Found> found() {
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Found("part-beyond", longest().map(this::told).orElseGet(this::unnoticed), false));
  }

  private Message told(Watched longest) {
    return Message.of("report.found.beyond")
        .with("faults", faults.size())
        .with("unnoticed", faults.stream().filter(one -> outage(one).isEmpty()).count())
        .with("longest", Course.seconds(outage(longest).orElseThrow()))
        .with("scenario", longest.scenario().name());
  }

  private Message unnoticed() {
    return Message.of("report.found.beyond.unnoticed").with("faults", faults.size());
  }

  private Optional<Watched> longest() {
    return faults.stream()
        .filter(one -> outage(one).isPresent())
        .max(Comparator.comparing(one -> outage(one).get()));
  }

  private static Optional<Double> outage(Watched one) {
    return new Course(one.experiment()).outage("WRITE");
  }
}
