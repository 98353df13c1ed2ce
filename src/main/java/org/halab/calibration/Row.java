package org.halab.calibration;

import java.time.Duration;
import org.halab.domain.Span;
import org.halab.timing.Stage;

/**
 * One stage after one fault: what was computed, and what was measured.
 *
 * @param fault as the features name it
 */
record Row(String fault, String stack, Stage stage, Span computed, Sample measured) {
  private static final double MOST_OF_ALL = 0.99;
  private static final double TIMES_PERCENTILE = 1.5;
  private static final double OF_MEDIAN = 0.15;

  /** Clients write again after this time: what differs by less is not told apart. */
  private static final Duration RESOLUTION = Duration.ofMillis(100);

  /** At least 99 of 100 runs are not longer than the highest. */
  Claim underHighest() {
    return verdict(measured.notLonger(computed.highest()) >= MOST_OF_ALL);
  }

  /** The highest is at most one and a half times as long as 95 of 100 runs are. */
  Claim tight() {
    return verdict(
        highestToPercentile() <= TIMES_PERCENTILE
            || computed.highest().minus(measured.percentile95()).compareTo(RESOLUTION) <= 0);
  }

  /** The highest, by what 95 of 100 runs are not longer than. */
  double highestToPercentile() {
    return ratio(computed.highest(), measured.percentile95());
  }

  /** The mean, by the median. */
  double meanToMedian() {
    return ratio(computed.mean(), measured.median());
  }

  /**
   * The mean is within 15 % of the median. Where what comes round by itself is waited for, the
   * median of a few runs is a matter of chance: that of n runs is off by about the half width by
   * the root of n.
   */
  Claim near() {
    Duration off = computed.mean().minus(measured.median()).abs();
    double allowed = Math.max(OF_MEDIAN * measured.median().toMillis(), RESOLUTION.toMillis());
    if (off.toMillis() <= allowed) {
      return Claim.HOLDS;
    }
    double halfWidth = computed.highest().minus(computed.lowest()).toMillis() / 2.0;
    double chance = halfWidth / Math.sqrt(measured.count());
    return off.toMillis() <= 2 * chance ? Claim.TOO_FEW : Claim.FAILS;
  }

  boolean holds() {
    return underHighest() == Claim.HOLDS && tight() == Claim.HOLDS && near() == Claim.HOLDS;
  }

  private static Claim verdict(boolean holds) {
    return holds ? Claim.HOLDS : Claim.FAILS;
  }

  private static double ratio(Duration one, Duration other) {
    return (double) one.toMillis() / Math.max(1, other.toMillis());
  }
}
