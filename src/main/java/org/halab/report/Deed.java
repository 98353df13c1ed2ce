package org.halab.report;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halab.message.Message;

/**
 * What was done to the cluster in an experiment, and by what name a reader knows it: a handover of
 * the leadership is no fault, and a container that was started again has not healed.
 *
 * @param done as a sentence
 */
public record Deed(Message done) {
  /** What an experiment begins with. */
  public enum Kind {
    FAULT,
    WORK
  }

  /** How what was done came to its end. */
  public enum End {
    STARTED,
    LET_GO,
    CONNECTED,
    UNDONE,
    ROOM,
    LIMIT_LIFTED,
    EMPTY,
    HOST_BACK,
    HOST_USED
  }

  private static final Set<String> WORKS =
      Set.of(
          "fault.handedOver",
          "fault.postgres.restarted",
          "fault.reinitialized",
          "fault.inTurn.restarted",
          "fault.inTurn.madeAnew",
          "fault.left",
          "fault.hostDrained");

  private static final Map<String, End> ENDS =
      Map.ofEntries(
          entry("fault.stopped", End.STARTED),
          entry("fault.killed", End.STARTED),
          entry("fault.patroni.killed", End.STARTED),
          entry("fault.dcs.stopped", End.STARTED),
          entry("fault.dcs.killed", End.STARTED),
          entry("fault.dcs.majorityKilled", End.STARTED),
          entry("fault.everyEntrypointKilled", End.STARTED),
          entry("fault.bothKilled", End.STARTED),
          entry("fault.replicasStopped", End.STARTED),
          entry("fault.replicasKilled", End.STARTED),
          entry("fault.twoKilled", End.STARTED),
          entry("fault.frozen", End.LET_GO),
          entry("fault.patroni.frozen", End.LET_GO),
          entry("fault.dcs.frozen", End.LET_GO),
          entry("fault.postmaster.hung", End.LET_GO),
          entry("fault.diskStalled", End.LET_GO),
          entry("fault.diskSlow", End.LET_GO),
          entry("fault.diskFailed", End.STARTED),
          entry("fault.startedByHand", End.LET_GO),
          entry("fault.clockStepped", End.UNDONE),
          entry("fault.slotGivenUp", End.STARTED),
          entry("fault.patroni.noFiles", End.LIMIT_LIFTED),
          entry("fault.memoryShort", End.LIMIT_LIFTED),
          entry("fault.starved", End.LIMIT_LIFTED),
          entry("fault.cutOff", End.CONNECTED),
          entry("fault.lost", End.CONNECTED),
          entry("fault.oneWay.toDcs", End.CONNECTED),
          entry("fault.oneWay.fromDcs", End.CONNECTED),
          entry("fault.oneWay.toReplica", End.CONNECTED),
          entry("fault.oneWay.fromReplica", End.CONNECTED),
          entry("fault.slow", End.CONNECTED),
          entry("fault.delayed", End.CONNECTED),
          entry("fault.longer", End.CONNECTED),
          entry("fault.password", End.UNDONE),
          entry("fault.archive", End.UNDONE),
          entry("fault.diskFull", End.ROOM),
          entry("fault.volumeLost", End.EMPTY),
          entry("fault.left", End.EMPTY),
          entry("fault.hostLost", End.HOST_BACK),
          entry("fault.hostDrained", End.HOST_USED));

  private static final String SEVERAL = "message.and";

  public Kind kind() {
    return WORKS.contains(done.key()) ? Kind.WORK : Kind.FAULT;
  }

  /** Empty where it ends by itself, and where several ended in different ways. */
  public Optional<End> end() {
    return end(done);
  }

  private static Optional<End> end(Message done) {
    if (!done.key().equals(SEVERAL)) {
      return Optional.ofNullable(ENDS.get(done.key()));
    }
    Optional<End> first = end(done.arguments().get("first"));
    return first.equals(end(done.arguments().get("second"))) ? first : Optional.empty();
  }

  /** A part of several is a message, or words that hold one. */
  private static Optional<End> end(Object part) {
    if (!(part instanceof Message message)) {
      return Optional.empty();
    }
    return message.arguments().get("text") instanceof Message inner ? end(inner) : end(message);
  }

  /** How it came to its end, in words; empty as above. */
  Optional<Message> ended() {
    return end().map(how -> Message.of("report.ended", how));
  }
}
