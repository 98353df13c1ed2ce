package org.halab.domain;

/** Why a leader lock became free. */
public enum LockEnd {
  /** The holder gave it up, as it does when it shuts down in order. */
  RELEASED,
  /** The session that it was held in expired. */
  EXPIRED,
  /** It did not become free: the leader kept it. */
  KEPT,
  /** The holder made it its own again, in a new session. */
  RENEWED,
  /** The DCS did not answer, and nothing else shows what became of it. */
  UNSEEN,
  /** Nothing shows either, or both. */
  UNCLEAR
}
