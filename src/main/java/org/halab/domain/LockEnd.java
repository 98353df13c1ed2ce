package org.halab.domain;

/** Why a leader lock became free. */
public enum LockEnd {
  /** The holder gave it up, as it does when it shuts down in order. */
  RELEASED,
  /** The session that it was held in expired. */
  EXPIRED,
  /** It did not become free: the leader kept it. */
  KEPT,
  /** Nothing shows either, or both. */
  UNCLEAR
}
