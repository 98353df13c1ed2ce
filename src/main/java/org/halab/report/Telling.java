package org.halab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halab.domain.Durations;
import org.halab.domain.Operation.Kind;

/** Says in plain sentences what happened, each with the names and times of this run. */
final class Telling {
  private final FaultEvidence evidence;
  private final FailoverStory story;

  Telling(FaultEvidence evidence, FailoverStory story) {
    this.evidence = evidence;
    this.story = story;
  }

  String sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add("%s while %s led the cluster.".formatted(evidence.done(), evidence.oldLeader()));
    sentences.add(lock());
    if (!evidence.newLeader().equals(evidence.oldLeader())) {
      first(Happening.Kind.LEADER_ELECTED)
          .ifPresent(
              one ->
                  sentences.add(
                      "%s then took the lock, %s s after the fault, and promoted its database%s."
                          .formatted(evidence.newLeader(), story.offset(one.at()), onTimeline())));
    }
    first(Happening.Kind.SERVER_UP)
        .ifPresent(
            one ->
                sentences.add(
                    "The entrypoint saw a leader's health check succeed often enough after %s s (%s)."
                        .formatted(story.offset(one.at()), one.meaning())));
    evidence
        .healedAt()
        .ifPresent(
            at -> sentences.add("The fault was healed after %s s.".formatted(story.offset(at))));
    sentences.add(clients("Writes", Kind.WRITE));
    sentences.add(clients("Reads", Kind.READ));
    return String.join("\n", sentences);
  }

  private String lock() {
    String after =
        story
            .lockOutlivedFault()
            .map(time -> Durations.seconds(time) + " after the fault")
            .orElse("at a moment that was not seen");
    return switch (story.lockEnd()) {
      case KEPT ->
          "The leader lock was never free: %s kept it in its session %s."
              .formatted(evidence.oldLeader(), evidence.before().session());
      case RELEASED ->
          "It shut down in order: its Patroni stopped PostgreSQL, then released the leader lock, "
              + after
              + ". Nothing had to expire.";
      case EXPIRED ->
          "Nobody released the leader lock: it stayed until the silent leader's session %s expired, %s."
              .formatted(evidence.before().session(), after);
      case UNCLEAR ->
          "The logs do not show whether the leader lock was released or its session expired; it was free "
              + after
              + ".";
    };
  }

  private String onTimeline() {
    return first(Happening.Kind.NEW_TIMELINE)
        .map(one -> " on a new timeline (" + one.meaning() + ")")
        .orElse("");
  }

  private String clients(String what, Kind kind) {
    if (evidence.history().of(kind).failuresSince(evidence.at()).isEmpty()) {
      return what + " through the entrypoint never failed.";
    }
    return story
        .outage(kind)
        .map(
            outage ->
                "%s through the entrypoint failed from %s s on; the first succeeded again at %s s, the last failure ended at %s s: %s to the first success."
                    .formatted(
                        what,
                        story.offset(outage.firstFailure()),
                        story.offset(outage.firstSuccess()),
                        story.offset(outage.lastFailure()),
                        Durations.seconds(outage.toFirstSuccess())))
        .orElse(what + " through the entrypoint were never seen to succeed again.");
  }

  private Optional<Happening> first(Happening.Kind kind) {
    return story.happenings().stream().filter(one -> one.kind() == kind).findFirst();
  }
}
