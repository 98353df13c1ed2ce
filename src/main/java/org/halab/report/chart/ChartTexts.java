package org.halab.report.chart;

import org.halab.report.model.Experiment;

/** The words of a chart, in the report's language. */
public interface ChartTexts {
  /** The name of a row: of a role, the lock, a balancer's server, a container. */
  String lane(String kind, String name);

  String phases();

  /** The axis of how long operations took. */
  String latency();

  /** What a part was seen to be. */
  String state(String word);

  /** All that the chart shows, for whoever cannot see it. */
  String described(Experiment experiment);

  String seconds();

  /** A length of time. */
  String seconds(double seconds);

  String fault();

  String healed();

  String bound();

  /** A bound beyond the chart's right edge. */
  String boundFarOff(long seconds);
}
