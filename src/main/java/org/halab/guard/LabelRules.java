package org.halab.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.halab.engine.Labels;

/** By labels the lab knows what it may remove, and Compose what belongs to which project. */
final class LabelRules {
  private static final String OF_THE_LAB = Labels.RUN.substring(0, Labels.RUN.lastIndexOf('.') + 1);
  private static final String OF_DOCKER = "com.docker.";

  private LabelRules() {}

  static void apply(Taken taken, JsonNode labels, String... path) {
    if (labels instanceof ObjectNode map) {
      ServiceRules.names(map).stream()
          .filter(name -> name.startsWith(OF_THE_LAB) || name.startsWith(OF_DOCKER))
          .forEach(name -> taken.out(Kind.LABELS, map, name, path));
    }
  }
}
