package org.halab.checker.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.halab.domain.History;
import org.halab.domain.Lane;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outcome;
import org.halab.domain.Settings;
import org.halab.domain.WriteProbe;
import org.halab.message.Message;

/** Failovers of a small cluster: pg-slave led, pg-master takes over. */
public final class Failovers {
  public static final Instant FAULT = Instant.parse("2026-01-01T10:00:00Z");
  public static final Node OLD = new Node("pg-slave", "postgresql1");
  public static final Node NEW = new Node("pg-master", "postgresql0");
  public static final LeaderLock BEFORE =
      new LeaderLock("postgresql1", "0x1000000000a0001", FAULT.minusSeconds(60));

  public static final LogLine RELEASED =
      line(1.1, "pg-slave", "INFO: Zookeeper session closed, state: CLOSED");
  public static final LogLine EXPIRED =
      line(
          30.2,
          "zoo",
          "INFO Expiring session 0x1000000000a0001, timeout of 30000ms exceeded (o.a.z)");
  public static final LogLine PROMOTED =
      line(1.3, "pg-master", "INFO: promoted self to leader by acquiring session lock");
  public static final LogLine UP =
      line(
          6.4,
          "haproxy",
          "[WARNING] (8) : Server postgres/one is UP, reason: Layer7 check passed, code: 200");

  public static final History HISTORY =
      new History(
          List.of(
              write(1, 0.1, 0.2, Outcome.ACKNOWLEDGED),
              write(2, 0.5, 1.0, Outcome.UNKNOWN),
              write(3, 6.9, 7.0, Outcome.ACKNOWLEDGED)));

  /** What held the lock before, as it was seen before the fault. */
  public static final LockChange HELD = new LockChange(FAULT.minusSeconds(3), Optional.of(BEFORE));

  /** The guide's. */
  public static final Settings SETTINGS =
      new Settings(
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(2),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          2,
          3);

  private Failovers() {}

  public static Failover of(LogLine... logs) {
    return of(1.2, logs);
  }

  public static Failover of(double lockFree, LogLine... logs) {
    return of(
        List.of(
            HELD,
            new LockChange(at(lockFree), Optional.empty()),
            new LockChange(
                at(lockFree + 0.15),
                Optional.of(
                    new LeaderLock("postgresql0", "0x1000000000a0002", at(lockFree + 0.1))))),
        logs);
  }

  public static Failover of(List<LockChange> lock, LogLine... logs) {
    return of(List.of(), lock, HISTORY, logs);
  }

  public static Failover of(Lane lane, List<LockChange> lock, LogLine... logs) {
    return of(lane, lock, HISTORY, logs);
  }

  public static Failover of(Lane lane, List<LockChange> lock, History history, LogLine... logs) {
    return of(List.of(lane), lock, history, logs);
  }

  public static Lane lockLane(Lane.Change... changes) {
    return new Lane("leader key", Lane.Kind.LOCK, List.of(changes));
  }

  public static Failover of(
      List<Lane> more, List<LockChange> lock, History history, LogLine... logs) {
    Lane entrypoint =
        new Lane("pg-master", Lane.Kind.SERVER, List.of(change(-3, "DOWN"), change(6.4, "UP")));
    return new Failover(
        new FaultEvidence(
            Message.of("fault.stopped").with("service", "pg-slave"),
            FAULT,
            Optional.empty(),
            OLD,
            NEW,
            BEFORE,
            List.of(logs),
            lock,
            Stream.concat(Stream.of(entrypoint), more.stream()).toList(),
            List.of(
                new WriteProbe("pg-slave", at(-0.2), at(-0.1), true),
                new WriteProbe("pg-master", at(1.0), at(1.1), false),
                new WriteProbe("pg-master", at(1.9), at(2.0), true)),
            history,
            SETTINGS));
  }

  public static Lane.Change change(double at, String value) {
    return new Lane.Change(at(at), value);
  }

  public static Operation write(long number, double start, double end, Outcome outcome) {
    return new Operation(Kind.WRITE, number, at(start), at(end), outcome, "");
  }

  public static LogLine line(double seconds, String service, String text) {
    return new LogLine(at(seconds), service, text);
  }

  public static Instant at(double seconds) {
    return FAULT.plusMillis(Math.round(seconds * 1000));
  }
}
