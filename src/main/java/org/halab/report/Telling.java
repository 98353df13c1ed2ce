package org.halab.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halab.checker.failover.Event;
import org.halab.checker.failover.Failover;
import org.halab.checker.failover.FaultEvidence;
import org.halab.domain.Answerer;
import org.halab.domain.Durations;
import org.halab.domain.History;
import org.halab.domain.Lane;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outage;
import org.halab.domain.Phase;
import org.halab.domain.Settings;
import org.halab.message.Message;

/** Says in plain sentences what happened, each with the names and times of this run. */
final class Telling {
  /** Sooner than this nobody is told of a fault, for each client only works every tenth second. */
  private static final Duration NOTICEABLE = Duration.ofSeconds(1);

  private static final String KILLED = "fault.killed";

  /** As HAProxy says that a check found nobody. */
  private static final String SILENT = "Layer4 timeout";

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
    Optional<Instant> effect = failover.outage(Kind.WRITE).map(Outage::firstFailure);
    staysDown().ifPresent(sentences::add);
    effect
        .map(at -> Duration.between(evidence.at(), at))
        .filter(served -> served.compareTo(NOTICEABLE) > 0)
        .map(served -> Message.of("report.told.served").with("time", served))
        .ifPresent(sentences::add);
    failover
        .first(Event.Kind.SHUTDOWN)
        .filter(this::byOldLeader)
        .map(this::asked)
        .ifPresent(sentences::add);
    failover.first(Event.Kind.DEMOTED).map(this::demoted).ifPresent(sentences::add);
    sentences.add(lock());
    failover.lockUnread().map(this::unread).ifPresent(sentences::add);
    if (failover.leaderChanged()) {
      failover.first(Event.Kind.LEADER_ELECTED).map(this::taken).ifPresent(sentences::add);
    }
    failover.first(Event.Kind.SERVER_UP).map(this::entrypoint).ifPresent(sentences::add);
    failover.bothServersUp().flatMap(this::failedMeanwhile).ifPresent(sentences::add);
    silentServer().ifPresent(sentences::add);
    evidence.healedAt().map(this::ended).ifPresent(sentences::add);
    sentences.addAll(clients(Kind.WRITE));
    sentences.addAll(clients(Kind.READ));
    readsOfTheOldLeader().ifPresent(sentences::add);
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

  private boolean byOldLeader(Event event) {
    return event.who().equals(evidence.oldLeader().service());
  }

  private Message asked(Event shutdown) {
    return Message.of("report.told.asked")
        .with("leader", evidence.oldLeader())
        .with("after", offset(shutdown.at()));
  }

  private Message demoted(Event demoted) {
    return Message.of("report.told.demoted")
        .with("node", demoted.who())
        .with("after", offset(demoted.at()))
        .with("reason", demoted.arguments().get("reason"));
  }

  private Message unread(Phase silence) {
    return Message.of("report.told.unread")
        .with("from", offset(silence.from()))
        .with("to", offset(silence.to()));
  }

  private List<Message> clients(Kind kind) {
    History history = evidence.history().of(kind);
    if (history.failuresSince(evidence.at()).isEmpty()) {
      return List.of(Message.of("report.told.never", kind).with("watched", watched()));
    }
    List<Message> told = new ArrayList<>();
    for (Outage outage : failover.outages(kind)) {
      told.add(
          told.isEmpty()
              ? outage(Message.of("report.told.outage", kind), outage)
              : outage(Message.of("report.told.again", kind), outage));
    }
    if (Outage.unended(evidence.at(), history)) {
      told.add(Message.of("report.told.lost", kind));
    }
    return told;
  }

  private Message ended(Instant at) {
    return new Deed(evidence.done())
        .ended()
        .map(
            ended -> Message.of("report.told.ended").with("ended", ended).with("after", offset(at)))
        .orElseGet(() -> Message.of("report.told.healed").with("after", offset(at)));
  }

  /** A reader who knows "restart: always" expects the engine to start what was killed. */
  private Optional<Message> staysDown() {
    String service = String.valueOf(evidence.done().arguments().get("service"));
    return evidence.done().key().equals(KILLED)
            && lane(Lane.Kind.CONTAINER, service).filter(this::notRevived).isPresent()
        ? Optional.of(Message.of("report.told.staysDown").with("service", service))
        : Optional.empty();
  }

  private boolean notRevived(Lane container) {
    return container
        .became("exited", evidence.at())
        .filter(
            exited ->
                container
                    .became("running", exited)
                    .filter(started -> evidence.healedAt().filter(started::isAfter).isEmpty())
                    .isEmpty())
        .isPresent();
  }

  /** Why HAProxy is so late to call a server DOWN that answers nothing at all. */
  private Optional<Message> silentServer() {
    Settings settings = evidence.settings();
    return failover
        .first(Event.Kind.SERVER_DOWN)
        .filter(down -> String.valueOf(down.arguments().get("reason")).startsWith(SILENT))
        .filter(down -> between(silentFrom(down), down.at(), settings))
        .map(
            down ->
                Message.of("report.told.silent")
                    .with("server", down.arguments().get("server"))
                    .with("after", offset(down.at()))
                    .with("wait", settings.checkConnect())
                    .with("inter", settings.checkInterval())
                    .with("fall", settings.fall())
                    .with("total", settings.untilSilentIsDown()));
  }

  private static boolean between(Instant from, Instant down, Settings settings) {
    Duration took = Duration.between(from, down);
    return took.compareTo(settings.checkInterval().multipliedBy(settings.fall())) > 0
        && took.compareTo(settings.untilSilentIsDown()) <= 0;
  }

  /** From the end of its container on, where that was seen. */
  private Instant silentFrom(Event down) {
    return evidence.lanes().stream()
        .filter(lane -> lane.kind() == Lane.Kind.CONTAINER)
        .flatMap(lane -> lane.became("exited", evidence.at()).stream())
        .filter(exited -> exited.isBefore(down.at()))
        .min(Instant::compareTo)
        .orElse(evidence.at());
  }

  private Optional<Lane> lane(Lane.Kind kind, String name) {
    return evidence.lanes().stream()
        .filter(one -> one.kind() == kind && one.name().equals(name))
        .findFirst();
  }

  /**
   * An entrypoint that leads to a replica serves reads all the same, and clients notice nothing.
   */
  private Optional<Message> readsOfTheOldLeader() {
    Answerer replica = new Answerer(evidence.oldLeader().service(), true);
    List<Operation> reads =
        evidence.history().of(Kind.READ).endedIn(evidence.at(), Instant.MAX).operations().stream()
            .filter(Operation::acknowledged)
            .filter(one -> one.by().equals(Optional.of(replica)))
            .toList();
    return reads.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Message.of("report.told.replica")
                .with("reads", reads.size())
                .with("leader", evidence.oldLeader())
                .with("from", offset(reads.get(0).end()))
                .with("to", offset(reads.get(reads.size() - 1).end())));
  }

  /** How long after the fault clients went on: what did not happen by then was not waited for. */
  private Duration watched() {
    return evidence.history().operations().stream()
        .map(Operation::end)
        .max(Instant::compareTo)
        .filter(evidence.at()::isBefore)
        .map(end -> Duration.between(evidence.at(), end))
        .orElse(Duration.ZERO);
  }

  private Message outage(Message words, Outage outage) {
    return words
        .with("from", offset(outage.firstFailure()))
        .with("success", offset(outage.firstSuccess()))
        .with("last", offset(outage.lastFailure()))
        .with("length", outage.toFirstSuccess());
  }

  private String offset(Instant at) {
    return Durations.offset(evidence.at(), at);
  }
}
