package org.halab.report.found;

import java.time.Duration;
import java.util.Optional;
import org.halab.checker.failover.Event.Kind;
import org.halab.domain.LockEnd;
import org.halab.message.Message;
import org.halab.report.model.Experiment;

/** When what happened in a failover: each moment in seconds since the fault, if it was seen. */
record Course(Experiment experiment) {
  private static final String LOCK = "report.told.lock.";

  /** PostgreSQL was asked to shut down, as a killed one never is. */
  Optional<Double> heard() {
    return experiment.events().stream()
        .filter(one -> one.kind() == Kind.SHUTDOWN)
        .map(one -> experiment.offset(one.at()))
        .findFirst();
  }

  Optional<Double> lockFree() {
    return end("lock held");
  }

  /** The other node holds the lock. */
  Optional<Double> taken() {
    return end("election");
  }

  /** The other node takes writes. */
  Optional<Double> promoted() {
    return end("promotion");
  }

  Optional<Double> entrypoint() {
    return end("entrypoint switch");
  }

  /** Clients have written again. */
  Optional<Double> served() {
    return experiment.outage("WRITE").map(one -> experiment.offset(one.firstSuccess()));
  }

  /** From the first write that failed to the first that succeeded again. */
  Optional<Double> outage(String kind) {
    return experiment.outage(kind).map(Experiment.Outage::toFirstSuccess);
  }

  /** The node that leads afterwards, as the story names it. */
  Optional<String> leader() {
    return told("report.told.timeline", "leader").or(() -> told("report.told.taken", "leader"));
  }

  /** Until when new connections could still be led to the lost leader. */
  Optional<String> bothServersUp() {
    return told("report.told.both", "to");
  }

  /** How the lock became free, as the story judges it. */
  LockEnd lockEnd() {
    return experiment.told().stream()
        .map(Message::key)
        .filter(key -> key.startsWith(LOCK))
        .map(key -> LockEnd.valueOf(key.substring(LOCK.length())))
        .findFirst()
        .orElse(LockEnd.UNSEEN);
  }

  String acknowledged() {
    return String.valueOf(experiment.verdict().acknowledged());
  }

  String lost() {
    return String.valueOf(experiment.verdict().lost().size());
  }

  /** A setting that was in force, without decimals that say nothing; empty if it is not known. */
  Optional<String> setting(String name) {
    return Optional.ofNullable(experiment.settings().get(name)).map(Course::plain);
  }

  /** How long the entrypoint's health check has to succeed before it leads clients to a node. */
  Optional<Double> checks() {
    Double rise = experiment.settings().get("rise");
    Double inter = experiment.settings().get("inter");
    return rise == null || inter == null ? Optional.empty() : Optional.of(rise * inter);
  }

  static Message seconds(double seconds) {
    return Message.seconds(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  private static String plain(double value) {
    return String.valueOf(value).replaceAll("\\.0$", "");
  }

  private Optional<Double> end(String phase) {
    return experiment.phases().stream()
        .filter(one -> one.name().equals(phase))
        .map(one -> experiment.offset(one.to()))
        .findFirst();
  }

  private Optional<String> told(String key, String argument) {
    return experiment.told().stream()
        .filter(one -> one.key().equals(key))
        .map(one -> String.valueOf(one.arguments().get(argument)))
        .findFirst();
  }
}
