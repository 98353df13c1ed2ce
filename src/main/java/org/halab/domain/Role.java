package org.halab.domain;

import java.util.Locale;

/** The role of a member as Patroni's {@code GET /cluster} names it. */
public enum Role {
  LEADER,
  SYNC_STANDBY,
  /** One of several synchronous standbys of which any may acknowledge. */
  QUORUM_STANDBY,
  REPLICA,
  OTHER;

  /** Roles the lab does not use (a standby cluster's, say) become {@link #OTHER}. */
  public static Role ofPatroni(String name) {
    return switch (name) {
      case "leader" -> LEADER;
      case "sync_standby" -> SYNC_STANDBY;
      case "quorum_standby" -> QUORUM_STANDBY;
      case "replica" -> REPLICA;
      default -> OTHER;
    };
  }

  /** Whether a write may be acknowledged on its word, so that it may take over. */
  public boolean synchronous() {
    return this == SYNC_STANDBY || this == QUORUM_STANDBY;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
