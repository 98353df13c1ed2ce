package org.halab.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halab.checker.failover.Event;
import org.halab.checker.failover.Failover;
import org.halab.checker.failover.FaultEvidence;
import org.halab.domain.Durations;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outage;
import org.halab.domain.Phase;
import org.halab.message.Message;

/** Says in plain sentences what happened, each with the names and times of this run. */
final class Telling {
  private final Failover failover;
  private final FaultEvidence evidence;

  Telling(Failover failover) {
    this.failover = failover;
    this.evidence = failover.evidence();
  }

  List<Message> sentences() {
    List<Message> sentences = new ArrayList<>();
    sentences.add(
        Message.of("report.told.fault")
            .with("done", evidence.done())
            .with("leader", evidence.oldLeader()));
    sentences.add(lock());
    if (failover.leaderChanged()) {
      failover.first(Event.Kind.LEADER_ELECTED).map(this::taken).ifPresent(sentences::add);
    }
    failover.first(Event.Kind.SERVER_UP).map(this::entrypoint).ifPresent(sentences::add);
    failover.bothServersUp().flatMap(this::failedMeanwhile).ifPresent(sentences::add);
    evidence
        .healedAt()
        .map(at -> Message.of("report.told.healed").with("after", offset(at)))
        .ifPresent(sentences::add);
    sentences.add(clients(Kind.WRITE));
    sentences.add(clients(Kind.READ));
    return sentences;
  }

  private Message lock() {
    Message when =
        failover
            .lockOutlivedFault()
            .map(time -> Message.of("report.told.after").with("time", time))
            .orElseGet(() -> Message.of("report.told.after.unseen"));
    return Message.of("report.told.lock", failover.lockEnd())
        .with("leader", evidence.oldLeader())
        .with("session", evidence.before().session())
        .with("when", when);
  }

  private Message taken(Event elected) {
    Message leader =
        Message.of("report.told.taken")
            .with("leader", evidence.newLeader())
            .with("after", offset(notBeforeFree(elected.at())));
    return failover
        .first(Event.Kind.NEW_TIMELINE)
        .map(
            one ->
                Message.of("report.told.timeline")
                    .with("leader", evidence.newLeader())
                    .with("after", offset(notBeforeFree(elected.at())))
                    .with("timeline", one.arguments().get("timeline")))
        .orElse(leader);
  }

  private Message entrypoint(Event up) {
    return Message.of("report.told.entrypoint")
        .with("after", offset(up.at()))
        .with("check", EventWords.meaning(up));
  }

  /** Why clients fail on after a leader is there again. */
  private Optional<Message> failedMeanwhile(Phase both) {
    long failed =
        evidence.history().of(Kind.WRITE).failuresSince(both.from()).stream()
            .filter(write -> write.start().isBefore(both.to()))
            .count();
    return Optional.of(failed)
        .filter(count -> count > 0)
        .map(
            count ->
                Message.of("report.told.both")
                    .with("from", offset(both.from()))
                    .with("to", offset(both.to()))
                    .with("leader", evidence.oldLeader())
                    .with("failed", count));
  }

  /** The log is exact, and that the lock was free is seen a moment late. */
  private Instant notBeforeFree(Instant taken) {
    return failover
        .lockOutlivedFault()
        .map(evidence.at()::plus)
        .filter(taken::isBefore)
        .orElse(taken);
  }

  private Message clients(Kind kind) {
    if (evidence.history().of(kind).failuresSince(evidence.at()).isEmpty()) {
      return Message.of("report.told.never", kind);
    }
    return failover
        .outage(kind)
        .map(outage -> outage(kind, outage))
        .orElseGet(() -> Message.of("report.told.lost", kind));
  }

  private Message outage(Kind kind, Outage outage) {
    return Message.of("report.told.outage", kind)
        .with("from", offset(afterFault(outage.firstFailure())))
        .with("success", offset(outage.firstSuccess()))
        .with("last", offset(outage.lastFailure()))
        .with("length", outage.toFirstSuccess());
  }

  /** A write that was on its way when the fault came failed by the fault, not before it. */
  private Instant afterFault(Instant failed) {
    return failed.isBefore(evidence.at()) ? evidence.at() : failed;
  }

  private String offset(Instant at) {
    return Durations.offset(evidence.at(), at);
  }
}
