package org.halab.report.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.checker.failover.Event.Kind;
import org.halab.domain.Answerer;
import org.halab.message.Message;

/**
 * The record of one fault: what was done, what every part said of itself, what clients were
 * answered, and how it was judged. As the file of the experiment holds it.
 *
 * @param settings that decide how long a failover takes; times in seconds
 * @param phases from the fault to the first write, in order and without gaps
 * @param outages empty if nothing failed
 * @param bound of the outage; null if none is claimed
 * @param ways to the database, compared; null if they were not
 * @param returned how the node that was away came back; null if that was not looked at
 * @param told what happened, in plain sentences
 * @param clockErrorMillis how far the moments of different parts may be apart
 * @param guess what was expected before it was done; null if nobody was asked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Experiment(
    String feature,
    int line,
    String scenario,
    String stack,
    Fault fault,
    Map<String, Double> settings,
    List<Lane> lanes,
    List<Operation> operations,
    List<Event> events,
    List<Phase> phases,
    List<Outage> outages,
    Bound bound,
    Judgement verdict,
    List<Way> ways,
    Returned returned,
    List<Message> told,
    double clockErrorMillis,
    Guessed guess) {

  /**
   * @param healedAt null if it was not healed while it was watched
   * @param named what it is called in the features; null if it has no name there, or was recorded
   *     before names were
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Fault(
      Message sentence,
      Instant at,
      Instant healedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) String named) {
    public Fault(Message sentence, Instant at, Instant healedAt) {
      this(sentence, at, healedAt, null);
    }
  }

  /**
   * What one part was, over time.
   *
   * @param kind {@code role}, {@code lock}, {@code server} or {@code container}
   * @param changes the first says what held when the watch began
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Lane(String name, String kind, List<Change> changes) {}

  public record Change(Instant at, String value) {}

  /**
   * @param kind {@code WRITE} or {@code READ}
   * @param outcome {@code ACKNOWLEDGED}, {@code REJECTED} or {@code UNKNOWN}
   * @param by who answered; null if that was not told
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Operation(
      String kind,
      long number,
      Instant start,
      Instant end,
      String outcome,
      String error,
      @JsonInclude(JsonInclude.Include.NON_NULL) Answerer by) {
    public boolean acknowledged() {
      return outcome.equals("ACKNOWLEDGED");
    }
  }

  /**
   * @param meaning in English, for whoever reads the file
   * @param arguments what the words for this kind need in any language
   * @param evidence the log line behind it; empty where the arguments are all there is
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Event(
      Instant at,
      Kind kind,
      String who,
      String meaning,
      Map<String, Object> arguments,
      String evidence) {
    public Event {
      arguments = new Message(kind.name(), arguments).arguments();
    }
  }

  public record Phase(String name, Instant from, Instant to, double seconds) {}

  /**
   * @param toFirstSuccess seconds from the first failure
   * @param toLastFailure seconds from the first failure
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Outage(
      String kind,
      double toFirstSuccess,
      double toLastFailure,
      Instant firstFailure,
      Instant firstSuccess,
      Instant lastFailure) {}

  /**
   * @param since {@code FAULT} or {@code HEALING}: what the seconds are counted from
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Bound(String name, String since, double seconds, Message derivation) {
    public boolean sinceHealing() {
      return "HEALING".equals(since);
    }
  }

  /**
   * Counts of writes, and the numbers of those that are not as they must be.
   *
   * @param fates what became of each write of unknown outcome: {@code THERE}, {@code LOST}, {@code
   *     NEVER_COMMITTED} or {@code UNRESOLVED}; null if that was not asked
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Judgement(
      long acknowledged,
      long rejected,
      long unknown,
      List<Long> lost,
      List<Long> ghosts,
      List<Long> duplicates,
      List<Long> unexpected,
      boolean sound,
      List<String> complaints,
      Map<Long, String> fates) {}

  /**
   * @param firstSuccess seconds from the fault to the first write that succeeded again; null if
   *     none failed
   * @param lastFailure seconds from the fault to the end of the last attempt that failed; null if
   *     none did
   * @param every seconds from one attempt to the next, by which all of this may be late; null if
   *     that was not recorded
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Way(
      String name,
      Double firstSuccess,
      Double lastFailure,
      long attempts,
      long ledToReplica,
      Double every) {}

  /**
   * @param way as a feature names it
   * @param megabytes of WAL written meanwhile; 0 if that was not measured
   * @param seconds from its start until it was the synchronous standby
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Returned(String node, String way, double megabytes, double seconds) {}

  public List<Way> comparedWays() {
    return ways == null ? List.of() : ways;
  }

  public Optional<Returned> howReturned() {
    return Optional.ofNullable(returned);
  }

  public Optional<Guessed> expected() {
    return Optional.ofNullable(guess);
  }

  /** Where the scenario stands, as {@code features/a.feature:8}. */
  public String place() {
    return feature + ":" + line;
  }

  /** Seconds since the fault; less than 0 before it. */
  public double offset(Instant moment) {
    return Duration.between(fault.at(), moment).toMillis() / 1000.0;
  }

  public Optional<Outage> outage(String kind) {
    return outages.stream().filter(one -> one.kind().equals(kind)).findFirst();
  }

  public Optional<Bound> claimedBound() {
    return Optional.ofNullable(bound);
  }

  /** When the outage has to be over, in seconds since the fault. */
  public Optional<Double> boundAt() {
    return claimedBound()
        .map(one -> one.seconds() + (one.sinceHealing() ? healed().orElse(0.0) : 0));
  }

  /** When the fault was healed, in seconds since it. */
  public Optional<Double> healed() {
    return Optional.ofNullable(fault.healedAt()).map(this::offset);
  }

  /** When the watch began: the earliest moment of any lane or operation. */
  public double begin() {
    return Math.min(
        0, operations.stream().mapToDouble(one -> offset(one.start())).min().orElse(-1));
  }

  /** The latest moment of any operation, change or event. */
  public double end() {
    double operationsEnd = operations.stream().mapToDouble(o -> offset(o.end())).max().orElse(1);
    double eventsEnd = events.stream().mapToDouble(one -> offset(one.at())).max().orElse(1);
    return Math.max(operationsEnd, Math.max(eventsEnd, healed().orElse(0.0)));
  }
}
