package org.halab.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a service starts Patroni.
 *
 * @param configuration the file or directory that it reads, in the container; empty if the command
 *     names none
 */
record PatroniCommand(String configuration) {

  /**
   * @param service as Compose has resolved it
   * @param image the command of its Dockerfile, which stands in where Compose gives none
   * @return empty if the service runs something else
   */
  static Optional<PatroniCommand> of(
      JsonNode service, List<String> image, Map<String, String> environment) {
    List<String> words = new ArrayList<>();
    words.addAll(words(service.path("entrypoint")));
    words.addAll(words(service.path("command")));
    if (words.isEmpty()) {
      words.addAll(image);
    }
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).matches("(.*/)?patroni(\\.py)?")) {
        return Optional.of(new PatroniCommand(configuration(words, i + 1, environment)));
      }
    }
    return environment.keySet().stream().anyMatch(one -> one.startsWith("PATRONI_"))
        ? Optional.of(new PatroniCommand(environment.getOrDefault("PATRONI_CONFIG_FILE", "")))
        : Optional.empty();
  }

  private static String configuration(
      List<String> words, int from, Map<String, String> environment) {
    for (String word : words.subList(from, words.size())) {
      if (word.matches("[;&|]+.*")) {
        break;
      }
      if (!word.startsWith("-")) {
        return word.replaceAll("[;&|]+$", "");
      }
    }
    return environment.getOrDefault("PATRONI_CONFIG_FILE", "");
  }

  /** A command's words; what a shell is given as one word is taken apart. */
  private static List<String> words(JsonNode command) {
    List<String> words = new ArrayList<>();
    if (command.isTextual()) {
      words.addAll(split(command.asText()));
    }
    command.forEach(one -> words.addAll(split(one.asText())));
    return words;
  }

  static List<String> split(String text) {
    return List.of(text.split("[\\s'\"]+")).stream().filter(one -> !one.isEmpty()).toList();
  }
}
