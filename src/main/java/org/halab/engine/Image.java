package org.halab.engine;

import com.github.dockerjava.api.command.InspectImageResponse;
import java.util.List;
import java.util.Map;

/**
 * An image on the engine.
 *
 * @param layers from the bottom up
 * @param user as whom its containers run, empty for root
 * @param command of its own; empty if it has none
 */
public record Image(
    String id, List<String> layers, String user, List<String> command, Map<String, String> labels) {

  static Image of(InspectImageResponse answer) {
    var config = answer.getConfig();
    return new Image(
        answer.getId(),
        List.copyOf(answer.getRootFS().getLayers()),
        config.getUser() == null ? "" : config.getUser(),
        config.getCmd() == null ? List.of() : List.of(config.getCmd()),
        config.getLabels() == null ? Map.of() : Map.copyOf(config.getLabels()));
  }
}
