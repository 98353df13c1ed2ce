package org.halab.calibration;

/** What became of a claim on how long something takes, after some runs. */
public enum Claim {
  HOLDS,
  FAILS,
  /** It does not hold, and by so few runs it could not be told if it did. */
  TOO_FEW
}
