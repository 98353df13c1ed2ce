package org.halab.domain;

import java.util.Locale;

/** The role of a member as Patroni's {@code GET /cluster} names it. */
public enum Role {
  LEADER,
  SYNC_STANDBY,
  REPLICA,
  OTHER;

  /** Roles the lab does not use (a standby cluster's, say) become {@link #OTHER}. */
  public static Role ofPatroni(String name) {
    return switch (name) {
      case "leader" -> LEADER;
      case "sync_standby" -> SYNC_STANDBY;
      case "replica" -> REPLICA;
      default -> OTHER;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
