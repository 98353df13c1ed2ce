package org.halab.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.halab.domain.LogLine;

/**
 * The log of a container that somebody may remove meanwhile, read along as it is written: what it
 * says while it ends would be gone with it.
 */
final class FollowedLog {
  private final String id;
  private final String service;
  private final Output output;

  FollowedLog(Engine engine, String id, String service) {
    this.id = id;
    this.service = service;
    this.output = engine.follow(id, Instant.EPOCH);
  }

  String id() {
    return id;
  }

  /** All that the container wrote, if it is there no more; if it is, its log can still be read. */
  Optional<List<LogLine>> ifRemoved(Function<String, Boolean> there) {
    if (there.apply(id)) {
      output.end();
      return Optional.empty();
    }
    return Optional.of(TimestampedLog.parse(service, output.awaitEnd("the log of " + service)));
  }
}
