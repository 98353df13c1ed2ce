package org.halab.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halab.domain.Durations;
import org.halab.domain.Operation.Kind;

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
      first(Happening.Kind.LEADER_ELECTED)
          .ifPresent(
              one ->
                  sentences.add(
                      words.get(
                          "told.taken",
                          evidence.newLeader(),
                          story.offset(one.at()),
                          onTimeline())));
    }
    first(Happening.Kind.SERVER_UP)
        .ifPresent(
            one ->
                sentences.add(words.get("told.entrypoint", story.offset(one.at()), one.meaning())));
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

  private String onTimeline() {
    return first(Happening.Kind.NEW_TIMELINE)
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
                    story.offset(outage.firstFailure()),
                    story.offset(outage.firstSuccess()),
                    story.offset(outage.lastFailure()),
                    seconds(outage.toFirstSuccess())))
        .orElseGet(() -> words.get("told." + kind + ".lost"));
  }

  private String seconds(Duration time) {
    return words.get("seconds", Durations.plainSeconds(time));
  }

  private Optional<Happening> first(Happening.Kind kind) {
    return story.happenings().stream().filter(one -> one.kind() == kind).findFirst();
  }
}
