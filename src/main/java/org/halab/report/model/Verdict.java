package org.halab.report.model;

/** How a step, a scenario or a part ended. */
public enum Verdict {
  PASSED,
  /** Not all of it was carried out, or not at all, without a failure. */
  SKIPPED,
  FAILED;

  /** The worst of both. */
  public Verdict and(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
