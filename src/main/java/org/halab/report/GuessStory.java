package org.halab.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.halab.domain.Guess.Leads;
import org.halab.domain.LockEnd;
import org.halab.domain.MessageTable;
import org.halab.domain.Phase;
import org.halab.message.Message;
import org.halab.message.Terms;
import org.halab.report.model.Experiment;
import org.halab.report.model.Guessed;

/**
 * What was guessed of a fault, what the settings allow for, and what was measured, side by side;
 * and where the guess went wrong, in plain words. From the record alone.
 */
public final class GuessStory {
  /** So close a guess is right: nobody can know at which moment of a loop the fault strikes. */
  private static final double CLOSE_SECONDS = 2;

  private static final double CLOSE_PART = 0.25;

  private final Experiment experiment;
  private final Guessed guess;
  private final WhoLeads leads;

  private GuessStory(Experiment experiment, Guessed guess) {
    this.experiment = experiment;
    this.guess = guess;
    this.leads = new WhoLeads(experiment);
  }

  /** Empty if nobody was asked. */
  public static Optional<GuessStory> of(Experiment experiment) {
    return experiment.expected().map(guess -> new GuessStory(experiment, guess));
  }

  public MessageTable table() {
    return new MessageTable(
        List.of(
            Message.of("report.guess.question"),
            Message.of("report.guess.guessed"),
            Message.of("report.guess.allowed"),
            Message.of("report.guess.measured")),
        List.of(
            List.of(
                Message.of("report.guess.leads"),
                guess.leader().map(this::said).orElse(notSaid()),
                "",
                leads.now().map(Message::text).orElse(Message.of("report.guess.who.NOBODY"))),
            List.of(
                Message.of("report.guess.outage"),
                guess.outage().map(GuessStory::seconds).orElse(notSaid()),
                allowed(),
                measured())));
  }

  /** How good the guess was; what it left open has no sentence. */
  public List<Message> told() {
    return Stream.concat(
            guess.leader().map(this::leader).stream(),
            guess.outage().stream().flatMap(seconds -> outage(seconds).stream()))
        .toList();
  }

  private Message said(Leads one) {
    return one == Leads.SAME ? Message.text(leads.old()) : Message.of("report.guess.who", one);
  }

  private static Message notSaid() {
    return Message.of("report.guess.notSaid");
  }

  private Message allowed() {
    return guess
        .allowed()
        .map(
            bound ->
                bound.sinceHealing()
                    ? Message.of("report.guess.most.healed").with("time", seconds(bound.seconds()))
                    : Message.of("report.guess.most").with("time", seconds(bound.seconds())))
        .orElse(Message.of("report.guess.unbounded"));
  }

  private Message measured() {
    if (neverBack()) {
      return Message.of("report.guess.neverBack");
    }
    return without() == 0 ? Message.of("report.guess.none") : seconds(without());
  }

  private Message leader(Leads guessed) {
    Leads really = leads.leads();
    Message reason =
        Message.of("report.guess.because", really)
            .with("old", leads.old())
            .with("new", leads.now().orElse(""))
            .with("end", leads.lockEnd().name())
            .with("ttl", setting("ttl"));
    return guessed == really
        ? Message.of("report.guess.leads.right").with("reason", reason)
        : Message.of("report.guess.leads.wrong")
            .with("guess", said(guessed))
            .with("reason", reason);
  }

  private List<Message> outage(double guessed) {
    if (neverBack()) {
      return List.of(Message.of("report.guess.unended"));
    }
    double difference = guessed - without();
    if (Math.abs(difference) <= Math.max(CLOSE_SECONDS, without() * CLOSE_PART)) {
      return List.of(
          Message.of("report.guess.close")
              .with("guess", seconds(guessed))
              .with("measured", measured()));
    }
    List<Message> told = new ArrayList<>();
    told.add(
        difference < 0
            ? Message.of("report.guess.short")
                .with("difference", seconds(-difference))
                .with("reason", longestPart())
            : Message.of("report.guess.long")
                .with("difference", seconds(difference))
                .with("reason", nothingToWaitFor()));
    guess
        .allowed()
        .filter(bound -> !bound.sinceHealing() && guessed > bound.seconds())
        .map(bound -> Message.of("report.guess.beyond").with("derivation", bound.derivation()))
        .ifPresent(told::add);
    return told;
  }

  /** What a guess that was too short did not reckon with. */
  private Message longestPart() {
    if (guess.allowed().filter(Experiment.Bound::sinceHealing).isPresent()) {
      return Message.of("report.guess.part.healing")
          .with("after", seconds(experiment.healed().orElse(0.0)));
    }
    return experiment.phases().stream()
        .filter(one -> !one.name().equals(Phase.STILL_SERVED))
        .max(Comparator.comparing(Experiment.Phase::seconds))
        .map(this::part)
        .orElse(Message.of("report.guess.part.unknown"));
  }

  private Message part(Experiment.Phase phase) {
    Message time = seconds(phase.seconds());
    return switch (phase.name()) {
      case "lock held" ->
          leads.lockEnd() == LockEnd.EXPIRED
              ? Message.of("report.guess.part.expired")
                  .with("ttl", setting("ttl"))
                  .with("time", time)
              : Message.of("report.guess.part.lock").with("time", time);
      case "election" ->
          Message.of("report.guess.part.election")
              .with("loop", setting("loop_wait"))
              .with("time", time);
      case "entrypoint switch" ->
          Message.of("report.guess.part.entrypoint")
              .with("rise", setting("rise"))
              .with("inter", setting("inter"))
              .with("time", time);
      case "first write" -> Message.of("report.guess.part.client").with("time", time);
      default ->
          Message.of("report.guess.part.other")
              .with("phase", Terms.of(phase.name()))
              .with("time", time);
    };
  }

  /** What a guess that was too long reckoned with, and what was not there. */
  private Message nothingToWaitFor() {
    if (without() == 0) {
      return Message.of("report.guess.noOutage");
    }
    return switch (leads.lockEnd()) {
      case RELEASED -> Message.of("report.guess.released").with("ttl", setting("ttl"));
      case KEPT -> Message.of("report.guess.kept").with("old", leads.old());
      case EXPIRED -> Message.of("report.guess.soonerExpired").with("ttl", setting("ttl"));
      default ->
          Message.of("report.guess.parts")
              .with(
                  "parts",
                  Message.joined(
                      ", ",
                      experiment.phases().stream()
                          .filter(one -> !one.name().equals(Phase.STILL_SERVED))
                          .map(
                              one ->
                                  Message.of("report.guess.aPart")
                                      .with("phase", Terms.of(one.name()))
                                      .with("time", seconds(one.seconds())))
                          .toList()));
    };
  }

  /** For how long no write succeeded: the longest of the outages. */
  private double without() {
    return experiment.outages().stream()
        .filter(one -> one.kind().equals("WRITE"))
        .mapToDouble(Experiment.Outage::toFirstSuccess)
        .max()
        .orElse(0);
  }

  private boolean neverBack() {
    return experiment.told().stream().anyMatch(one -> one.key().equals("report.told.lost.WRITE"));
  }

  private String setting(String name) {
    double value = experiment.settings().getOrDefault(name, 0.0);
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static Message seconds(double seconds) {
    return Message.seconds(Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
