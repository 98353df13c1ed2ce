package org.halab.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.halab.stack.PatroniNode;
import org.halab.stack.PatroniSettings;
import org.halab.stack.YamlSource;

/**
 * A node of the project that is read.
 *
 * @param definition its service, as Compose has resolved it
 * @param sources the files that its Patroni reads
 */
record ReadNode(Path directory, PatroniNode node, JsonNode definition, List<YamlSource> sources) {
  String service() {
    return node.node().service();
  }

  PatroniSettings settings() {
    return node.settings();
  }

  /** What PostgreSQL gets: the node's own file, else what the DCS is given at the first start. */
  Optional<String> effective(String setting) {
    return settings()
        .text("postgresql." + setting)
        .or(() -> settings().text("bootstrap.dcs.postgresql." + setting));
  }

  /** Where an effective setting stands. */
  String effectivePlace(String setting) {
    return settings().at("postgresql." + setting).isPresent()
        ? place("postgresql." + setting)
        : place("bootstrap.dcs.postgresql." + setting);
  }

  boolean on(String setting) {
    return effective(setting).filter(ReadNode::yes).isPresent();
  }

  static boolean yes(Object value) {
    return String.valueOf(value).matches("(?i)true|on|yes|1|always");
  }

  List<Mount> mounts() {
    return Mount.of(definition);
  }

  /** The last of its files that has a setting, and the line; else the first file. */
  String place(String setting) {
    for (int i = sources.size() - 1; i >= 0; i--) {
      Optional<Integer> line = sources.get(i).line(setting.split("\\."));
      if (line.isPresent()) {
        return name(sources.get(i)) + ":" + line.get();
      }
    }
    return sources.isEmpty() ? service() : name(sources.get(0));
  }

  private String name(YamlSource source) {
    return ProjectText.relative(directory, source.file());
  }

  @Override
  public String toString() {
    return service();
  }
}
