package org.halab.finding;

import java.util.List;

/**
 * What became of one item.
 *
 * @param findings those that bear on it, the worst first
 */
public record ItemVerdict(Item item, Outcome outcome, List<Finding> findings) {
  public ItemVerdict {
    findings = List.copyOf(findings);
  }

  /** How an item was judged. */
  public enum Outcome {
    /** It was tried, and works. */
    WORKS,
    /** It works, with a risk or in part. */
    PARTLY,
    /** It was tried or read, and does not work. */
    FAILS,
    /** What it needs does not work, so that nothing can be said of it. */
    NOT_TRIED,
    /** Judged by its files alone, for it could not be run, and no mistake was found. */
    READ_ONLY
  }
}
