package org.halab.report.chart;

/** The words of a chart, in the report's language. */
public interface ChartTexts {
  /** The name of a row: of a role, the lock, a balancer's server, a container. */
  String lane(String kind, String name);

  String phases();

  String failedWrites();

  /** The axis of acknowledged writes for each 100 ms. */
  String writes();

  String seconds();

  /** A length of time. */
  String seconds(double seconds);

  String fault();

  String healed();

  String bound();

  /** A bound beyond the chart's right edge. */
  String boundFarOff(long seconds);
}
