package org.halab.calibration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.domain.Span;
import org.halab.fault.Faults;
import org.halab.fault.NamedFault;
import org.halab.report.model.Experiment;
import org.halab.timing.Calibration;
import org.halab.timing.Delay;
import org.halab.timing.Stage;

/**
 * The records of many runs beside what is computed from the settings that each of them says were in
 * force. Nothing but the records is needed, so it can be done again for runs of long ago.
 */
final class Comparison {
  /** How often each part is looked at: a stage that is always over sooner cannot be told. */
  private static final Duration LOOKS = Duration.ofMillis(200);

  /** Runs under different settings are not to be compared with one computation. */
  private record Group(String fault, String stack, RecordedSettings settings) {}

  private Comparison() {}

  /** The rows of all faults that are computed and were made, in the order of the catalogue. */
  static List<Row> of(List<Experiment> records) {
    Map<Group, List<Experiment>> groups = new LinkedHashMap<>();
    for (NamedFault fault : Faults.all()) {
      records.stream()
          .filter(one -> fault.words().equals(one.fault().named()))
          .filter(Measured::fits)
          .forEach(one -> groups.computeIfAbsent(group(one), key -> new ArrayList<>()).add(one));
    }
    List<Row> rows = new ArrayList<>();
    groups.forEach(
        (group, runs) ->
            calibration(runs.get(0)).ifPresent(one -> rows.addAll(rows(group, one, runs))));
    return rows;
  }

  private static Group group(Experiment one) {
    return new Group(
        one.fault().named(), one.stack(), new RecordedSettings(one.settings()).complete());
  }

  /** What is computed for that run; empty if nothing is for its fault. */
  private static Optional<Calibration> calibration(Experiment run) {
    RecordedSettings settings = new RecordedSettings(run.settings());
    return Faults.named(run.fault().named())
        .calibration(settings.settings(), settings.replication());
  }

  private static List<Row> rows(Group group, Calibration computed, List<Experiment> runs) {
    Map<Stage, List<Duration>> measured = new EnumMap<>(Stage.class);
    for (Experiment run : runs) {
      Measured.in(run, computed.since())
          .forEach(
              (stage, length) ->
                  measured.computeIfAbsent(stage, same -> new ArrayList<>()).add(length));
    }
    Map<Stage, Span> spans = new EnumMap<>(Stage.class);
    for (Map.Entry<Stage, Delay> one : computed.stages().entrySet()) {
      spans.put(one.getKey(), one.getValue().span());
    }
    return spans.entrySet().stream()
        .filter(one -> measured.containsKey(one.getKey()))
        .filter(one -> one.getValue().highest().compareTo(LOOKS) >= 0)
        .map(
            one ->
                new Row(
                    group.fault(),
                    group.stack(),
                    one.getKey(),
                    one.getValue(),
                    new Sample(measured.get(one.getKey()))))
        .toList();
  }
}
