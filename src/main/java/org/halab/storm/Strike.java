package org.halab.storm;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Faults that strike together: each begins and ends in its own time. */
public record Strike(List<Hit> hits) {
  public Strike {
    if (hits.isEmpty()) {
      throw new IllegalArgumentException("A strike has one fault at least");
    }
    hits = List.copyOf(hits);
  }

  /**
   * Something that happens in a strike.
   *
   * @param begins whether the fault is made then, or healed
   */
  record Turn(Duration at, Hit hit, boolean begins) {}

  /** What happens, in its order. */
  List<Turn> turns() {
    return hits.stream()
        .flatMap(hit -> Stream.of(new Turn(hit.at(), hit, true), new Turn(hit.end(), hit, false)))
        .sorted(Comparator.comparing(Turn::at))
        .toList();
  }

  /** How long the longest of its faults lasts. */
  Duration longest() {
    return hits.stream().map(Hit::length).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** The same with one fault less. */
  public Strike without(Hit one) {
    return new Strike(hits.stream().filter(hit -> !hit.equals(one)).toList());
  }

  /** The rows of the table of a step that carries it out again. */
  public String rows() {
    return Stream.concat(
            Stream.of("| fault | at, s | for, s |"),
            hits.stream()
                .map(
                    hit ->
                        "| %s | %s | %s |"
                            .formatted(hit.fault(), seconds(hit.at()), seconds(hit.length()))))
        .collect(Collectors.joining("\n"));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
  }

  @Override
  public String toString() {
    return hits.stream()
        .map(
            hit ->
                "%s +%s s: %s s".formatted(hit.fault(), seconds(hit.at()), seconds(hit.length())))
        .collect(Collectors.joining("; "));
  }
}
