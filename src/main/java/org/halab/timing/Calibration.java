package org.halab.timing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.halab.domain.OutageBound.Since;

/**
 * How long each stage after a fault is computed to take.
 *
 * @param since what {@link Stage#WRITES_AGAIN} is counted from
 * @param stages those that are computed, in their order
 */
public record Calibration(Since since, Map<Stage, Delay> stages) {
  public Calibration {
    stages = Collections.unmodifiableMap(new EnumMap<>(stages));
  }

  /** Of which nothing but the whole is computed. */
  static Calibration of(Since since, Delay whole) {
    return new Calibration(since, Map.of(Stage.WRITES_AGAIN, whole));
  }

  /** The same with one stage more, or another in its place. */
  Calibration with(Stage stage, Delay delay) {
    Map<Stage, Delay> more = new EnumMap<>(Stage.class);
    more.putAll(stages);
    more.put(stage, delay);
    return new Calibration(since, more);
  }
}
