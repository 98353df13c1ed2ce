package org.halab.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.domain.Durations;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outage;
import org.halab.domain.OutageBound;
import org.halab.domain.OutageBound.Part;
import org.halab.domain.Phase;
import org.halab.domain.Table;
import org.halab.report.FailoverStory;
import org.halab.report.FaultEvidence;

/** A measured outage beside the one that the settings allow for. */
public final class OutageReport {
  private final List<Phase> phases;
  private final OutageBound bound;
  private final Optional<Outage> outage;
  private final Duration pause;
  private final Instant from;

  public OutageReport(FaultEvidence evidence, OutageBound bound) {
    FailoverStory story = new FailoverStory(evidence);
    this.phases = story.phases();
    this.outage = story.outage(Kind.WRITE);
    this.bound = bound;
    this.pause = evidence.history().of(Kind.WRITE).longestPauseSince(evidence.at());
    this.from =
        bound.since() == OutageBound.Since.HEALING
            ? evidence.healedAt().orElse(evidence.at())
            : evidence.at();
  }

  /** Whether the first success came in time; where none failed, whether none waited too long. */
  public boolean withinBound() {
    return outage
            .map(one -> Duration.between(from, one.firstSuccess()))
            .orElse(pause)
            .compareTo(bound.total())
        <= 0;
  }

  /**
   * Each phase, how long it took, and how long it may take. Phases begin with the fault; they are
   * not held against a bound that counts from the healing, nor is all the time that clients of a
   * leader that stayed were waiting for it held against their own time-out.
   */
  public Table table() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (Part part : bound.parts()) {
      rows.put(
          part.phase(), List.of(part.phase(), "", Durations.seconds(part.limit()), part.why()));
    }
    for (Phase phase : comparable() ? phases : List.<Phase>of()) {
      List<String> allowed = rows.getOrDefault(phase.name(), List.of(phase.name(), "", "", ""));
      rows.put(
          phase.name(),
          List.of(phase.name(), Durations.seconds(phase.length()), allowed.get(2), allowed.get(3)));
    }
    rows.put(
        "altogether",
        List.of(
            "altogether",
            outage
                .map(one -> Durations.seconds(Duration.between(from, one.firstSuccess())))
                .orElse(""),
            Durations.seconds(bound.total()),
            counted()));
    return new Table(List.of("phase", "measured", "allowed", "by"), new ArrayList<>(rows.values()));
  }

  private boolean comparable() {
    return phases.size() > 1 && bound.since() == OutageBound.Since.FAULT;
  }

  private String counted() {
    return bound.since() == OutageBound.Since.HEALING ? "after the healing" : "after the fault";
  }

  public String summary() {
    String counted = counted();
    return outage
            .map(
                one ->
                    "Writes succeeded again %s %s; clients were without them for %s to the first success, %s to the last failure."
                        .formatted(
                            Durations.seconds(Duration.between(from, one.firstSuccess())),
                            counted,
                            Durations.seconds(one.toFirstSuccess()),
                            Durations.seconds(one.toLastFailure())))
            .orElse(
                "No write failed; the longest time without one was "
                    + Durations.seconds(pause)
                    + ".")
        + " The bound is "
        + Durations.seconds(bound.total())
        + " "
        + counted
        + ".";
  }
}
