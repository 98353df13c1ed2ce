package org.halab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A node as its own Patroni told of it, which asks its PostgreSQL: not who holds the lock.
 *
 * @param timeline that its PostgreSQL is on, if it said so
 * @param position of what it has written, or on a replica applied, in bytes of WAL
 * @param streams whether it receives WAL from another node
 */
public record NodeSight(String role, OptionalInt timeline, OptionalLong position, boolean streams) {

  static NodeSight of(JsonNode status) {
    JsonNode timeline = status.path("timeline");
    JsonNode wal = status.path("xlog");
    JsonNode position = wal.path(wal.has("location") ? "location" : "replayed_location");
    return new NodeSight(
        role(status),
        timeline.canConvertToInt() ? OptionalInt.of(timeline.asInt()) : OptionalInt.empty(),
        position.canConvertToLong() ? OptionalLong.of(position.asLong()) : OptionalLong.empty(),
        status.path("replication_state").asText().equals("streaming"));
  }

  private static String role(JsonNode status) {
    String state = status.path("state").asText();
    if (!state.equals("running") && !state.equals("streaming")) {
      return state;
    }
    String role = status.path("role").asText();
    if (role.equals("replica") && status.path("sync_standby").asBoolean()) {
      return "sync standby";
    }
    if (role.equals("replica") && status.path("quorum_standby").asBoolean()) {
      return "quorum standby";
    }
    return role.equals("master") ? "primary" : role;
  }
}
