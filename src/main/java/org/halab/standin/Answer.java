package org.halab.standin;

/**
 * Whether an image can be had.
 *
 * @param reason what the engine said, in one line; empty if it can be had
 */
record Answer(Had had, String reason) {
  static final Answer YES = new Answer(Had.YES, "");

  enum Had {
    YES,
    /** No registry answers, or it does not answer this machine. */
    UNREACHED,
    /** The registry answers that it has none of this name. */
    UNKNOWN
  }
}
