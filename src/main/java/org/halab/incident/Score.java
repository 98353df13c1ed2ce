package org.halab.incident;

import java.util.stream.IntStream;

/** The points of an incident: each hint costs more than the one before, and giving up all. */
public final class Score {
  public static final int FULL = 100;
  private static final int STEP = 10;

  private Score() {}

  /** What a hint costs, the first being number one. */
  public static int cost(int hint) {
    return STEP * hint;
  }

  /**
   * @param hints how many were taken
   */
  public static int of(int hints, boolean mended) {
    return mended ? Math.max(0, FULL - IntStream.rangeClosed(1, hints).map(Score::cost).sum()) : 0;
  }
}
