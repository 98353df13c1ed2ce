package org.halab.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halab.domain.Durations;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Phase;

/** Says in plain sentences what happened, each with the names and times of this run. */
final class Telling {
  private final FaultEvidence evidence;
  private final FailoverStory story;
  private final Words words;

  Telling(FaultEvidence evidence, FailoverStory story, Words words) {
    this.evidence = evidence;
    this.story = story;
    this.words = words;
  }

  String sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        words.get("told.fault", Phrasebook.in(words).say(evidence.done()), evidence.oldLeader()));
    sentences.add(lock());
    if (!evidence.newLeader().equals(evidence.oldLeader())) {
      first(Event.Kind.LEADER_ELECTED)
          .ifPresent(
              one ->
                  sentences.add(
                      words.get(
                          "told.taken",
                          evidence.newLeader(),
                          story.offset(notBeforeFree(one.at())),
                          onTimeline())));
    }
    first(Event.Kind.SERVER_UP)
        .ifPresent(
            one ->
                sentences.add(words.get("told.entrypoint", story.offset(one.at()), one.meaning())));
    story.bothServersUp().flatMap(this::failedMeanwhile).ifPresent(sentences::add);
    evidence.healedAt().ifPresent(at -> sentences.add(words.get("told.healed", story.offset(at))));
    sentences.add(clients(Kind.WRITE));
    sentences.add(clients(Kind.READ));
    return String.join("\n", sentences);
  }

  private String lock() {
    String after =
        story
            .lockOutlivedFault()
            .map(time -> words.get("told.after", seconds(time)))
            .orElseGet(() -> words.get("told.after.unseen"));
    return words.get(
        "told.lock." + story.lockEnd(), evidence.oldLeader(), evidence.before().session(), after);
  }

  /** Why clients fail on after a leader is there again. */
  private Optional<String> failedMeanwhile(Phase both) {
    long failed =
        evidence.history().of(Kind.WRITE).failuresSince(both.from()).stream()
            .filter(write -> write.start().isBefore(both.to()))
            .count();
    return Optional.of(failed)
        .filter(count -> count > 0)
        .map(
            count ->
                words.get(
                    "told.both",
                    story.offset(both.from()),
                    story.offset(both.to()),
                    evidence.oldLeader(),
                    count));
  }

  /** The log is exact, and that the lock was free is seen a moment late. */
  private Instant notBeforeFree(Instant taken) {
    return story.lockOutlivedFault().map(evidence.at()::plus).filter(taken::isBefore).orElse(taken);
  }

  private String onTimeline() {
    return first(Event.Kind.NEW_TIMELINE)
        .map(one -> words.get("told.timeline", one.meaning()))
        .orElse("");
  }

  private String clients(Kind kind) {
    if (evidence.history().of(kind).failuresSince(evidence.at()).isEmpty()) {
      return words.get("told." + kind + ".never");
    }
    return story
        .outage(kind)
        .map(
            outage ->
                words.get(
                    "told." + kind,
                    story.offset(afterFault(outage.firstFailure())),
                    story.offset(outage.firstSuccess()),
                    story.offset(outage.lastFailure()),
                    seconds(outage.toFirstSuccess())))
        .orElseGet(() -> words.get("told." + kind + ".lost"));
  }

  /** A write that was on its way when the fault came failed by the fault, not before it. */
  private Instant afterFault(Instant failed) {
    return failed.isBefore(evidence.at()) ? evidence.at() : failed;
  }

  private String seconds(Duration time) {
    return words.get("seconds", Durations.plainSeconds(time));
  }

  private Optional<Event> first(Event.Kind kind) {
    return story.happenings().stream().filter(one -> one.kind() == kind).findFirst();
  }
}
