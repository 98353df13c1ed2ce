package org.halab.calibration;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.halab.domain.ReplicationSettings;
import org.halab.domain.Settings;

/**
 * The settings that a record says were in force.
 *
 * @param values by their names, in seconds
 */
record RecordedSettings(Map<String, Double> values) {
  Settings settings() {
    return new Settings(
        seconds("ttl"),
        seconds("loop_wait"),
        seconds("retry_timeout"),
        seconds("tickTime"),
        seconds("inter"),
        seconds("timeout check"),
        seconds("check connect", seconds("inter")),
        values.getOrDefault("rise", 1.0).intValue(),
        values.getOrDefault("fall", 1.0).intValue());
  }

  /** What is not recorded was PostgreSQL's default: none of the lab's files changes it. */
  ReplicationSettings replication() {
    Map<String, Duration> otherwise = ReplicationSettings.DEFAULTS.named();
    return ReplicationSettings.of(name -> seconds(name, otherwise.get(name)));
  }

  /** The same, whether what is a default was recorded or not. */
  RecordedSettings complete() {
    Map<String, Double> complete = new TreeMap<>(values);
    complete.putIfAbsent("check connect", values.get("inter"));
    replication().named().forEach((name, value) -> complete.putIfAbsent(name, inSeconds(value)));
    return new RecordedSettings(complete);
  }

  private static double inSeconds(Duration length) {
    return length.toMillis() / 1000.0;
  }

  private Duration seconds(String name) {
    return seconds(name, Duration.ZERO);
  }

  private Duration seconds(String name, Duration otherwise) {
    Double value = values.get(name);
    return value == null ? otherwise : Duration.ofMillis(Math.round(value * 1000));
  }
}
