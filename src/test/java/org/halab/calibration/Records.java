package org.halab.calibration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halab.checker.failover.Event.Kind;
import org.halab.message.Message;
import org.halab.report.model.Experiment;

/** Makes records of faults, as runs leave them; times in seconds since the fault. */
final class Records {
  static final Instant FAULT = Instant.parse("2026-01-01T10:00:00Z");

  private final String named;
  private final List<Experiment.Event> events = new ArrayList<>();
  private final List<Experiment.Lane> lanes = new ArrayList<>();
  private final List<Experiment.Operation> operations = new ArrayList<>();
  private final List<Experiment.Outage> outages = new ArrayList<>();
  private final Map<String, Double> settings = new LinkedHashMap<>();
  private Instant at = FAULT;
  private Instant healedAt;

  private Records(String named) {
    this.named = named;
    settings.putAll(Map.of("ttl", 30.0, "loop_wait", 10.0, "retry_timeout", 10.0, "tickTime", 2.0));
    settings.putAll(Map.of("inter", 0.2, "timeout check", 3.0, "rise", 1.0, "fall", 8.0));
    role("postgresql0");
    role("postgresql1");
  }

  static Records of(String named) {
    return new Records(named);
  }

  Records at(Instant moment) {
    at = moment;
    return this;
  }

  Records with(String setting, double value) {
    settings.put(setting, value);
    return this;
  }

  Records role(String member) {
    lanes.add(new Experiment.Lane(member, "role", List.of()));
    return this;
  }

  Records up(String service, double when) {
    lanes.add(
        new Experiment.Lane(
            service,
            "server",
            List.of(
                new Experiment.Change(after(-1), "DOWN"),
                new Experiment.Change(after(when), "UP"))));
    return this;
  }

  Records event(Kind kind, double when) {
    return event(kind, when, Map.of());
  }

  Records event(Kind kind, double when, Map<String, Object> arguments) {
    events.add(new Experiment.Event(after(when), kind, "", "", arguments, ""));
    return this;
  }

  Records write(double start, double end, boolean acknowledged) {
    operations.add(
        new Experiment.Operation(
            "WRITE",
            1,
            after(start),
            after(end),
            acknowledged ? "ACKNOWLEDGED" : "REJECTED",
            "",
            null));
    return this;
  }

  Records outage(double firstFailure, double firstSuccess, double lastFailure) {
    outages.add(
        new Experiment.Outage(
            "WRITE",
            firstSuccess - firstFailure,
            lastFailure - firstFailure,
            after(firstFailure),
            after(firstSuccess),
            after(lastFailure)));
    return this;
  }

  Records healed(double when) {
    healedAt = after(when);
    return this;
  }

  private Instant after(double seconds) {
    return at.plusMillis(Math.round(seconds * 1000));
  }

  Experiment made() {
    return new Experiment(
        "features/beyond/calibration.feature",
        1,
        named,
        "improved",
        new Experiment.Fault(Message.text(String.valueOf(named)), at, healedAt, named),
        settings,
        lanes,
        operations,
        events,
        List.of(),
        outages,
        null,
        null,
        List.of(),
        null,
        List.of(),
        0.1,
        null);
  }
}
