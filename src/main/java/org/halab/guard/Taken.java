package org.halab.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.halab.finding.Finding;
import org.halab.finding.Hint;
import org.halab.finding.Item;
import org.halab.message.Message;
import org.halab.stack.YamlSource;

/** What was taken out of a project or made smaller; each kind is told once, with all its places. */
final class Taken {
  /** A hostile file may ask for thousands of things; this many show what it is about. */
  private static final int MOST_NAMED = 20;

  private final Inside project;
  private final List<YamlSource> sources;
  private final Map<Kind, List<Setting>> taken = new EnumMap<>(Kind.class);

  /** A setting as it was asked for: its keys from the top of the model, and its value. */
  private record Setting(List<String> path, String value) {
    String name() {
      return Refusals.quote(String.join(".", path));
    }
  }

  Taken(Inside project, List<YamlSource> sources) {
    this.project = project;
    this.sources = sources;
  }

  void note(Kind kind, JsonNode value, String... path) {
    // Compose makes each path absolute; where the project is here says nothing to who wrote it.
    String text =
        (value.isValueNode() ? value.asText() : value.toString())
            .replace(project.directory().toString(), ".");
    taken
        .computeIfAbsent(kind, first -> new ArrayList<>())
        .add(new Setting(List.of(path), Refusals.quote(text)));
  }

  /** Takes a setting out, and notes it unless it asks for nothing. */
  void out(Kind kind, ObjectNode owner, String key, String... path) {
    JsonNode value = owner.remove(key);
    if (!isNothing(value)) {
      note(kind, value, with(path, key));
    }
  }

  static boolean isNothing(JsonNode value) {
    return value == null
        || value.isNull()
        || value.isBoolean() && !value.asBoolean()
        || value.isNumber() && value.asDouble() == 0
        || value.isTextual() && value.asText().isEmpty()
        || value.isContainerNode() && value.isEmpty();
  }

  static String[] with(String[] path, String... more) {
    String[] longer = Arrays.copyOf(path, path.length + more.length);
    System.arraycopy(more, 0, longer, path.length, more.length);
    return longer;
  }

  List<Finding> findings() {
    return taken.entrySet().stream().map(all -> finding(all.getKey(), all.getValue())).toList();
  }

  private Finding finding(Kind kind, List<Setting> settings) {
    List<Setting> named = settings.stream().limit(MOST_NAMED).toList();
    Set<String> places = new LinkedHashSet<>();
    named.forEach(setting -> places.add(place(setting.path())));
    return new Finding(
        kind.code,
        kind.severity,
        Set.of(Item.COMPOSE_FILE),
        List.copyOf(places),
        named.stream().map(setting -> setting.name() + ": " + setting.value()).toList(),
        kind.seen.apply(named.stream().map(Setting::name).toList()),
        kind.change.map(
            change ->
                new Hint(
                    Message.of("guard.look").with("place", List.copyOf(places)),
                    change,
                    Message.of("guard.tryWithout"))));
  }

  /** The longest part of the path that a file has; what Compose made of it may stand elsewhere. */
  private String place(List<String> path) {
    for (int length = path.size(); length > 0; length--) {
      String[] keys = path.subList(0, length).toArray(String[]::new);
      Optional<String> place =
          IntStream.iterate(sources.size() - 1, i -> i >= 0, i -> i - 1)
              .mapToObj(sources::get)
              .flatMap(source -> source.line(keys).map(line -> at(source, line)).stream())
              .findFirst();
      if (place.isPresent()) {
        return place.get();
      }
    }
    return sources.isEmpty() ? "" : project.name(sources.get(0).file());
  }

  private String at(YamlSource source, int line) {
    return project.name(source.file().toAbsolutePath()) + ":" + line;
  }
}
