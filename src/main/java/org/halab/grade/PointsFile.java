package org.halab.grade;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.finding.Item;
import org.halab.finding.ItemVerdict.Outcome;
import org.halab.message.Message;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads the teacher's file, and says of a mistake in it where it stands and what to write there.
 */
final class PointsFile {
  private static final int MOST = 1000;
  private static final int LARGEST = 100_000;

  private final Path file;

  PointsFile(Path file) {
    this.file = file;
  }

  Points points() {
    Map<String, Node> parts = parts(root());
    Map<Item, Integer> ordinary = items(parts, "points");
    Map<Item, Integer> extra = items(parts, "extra");
    Map<Item, Integer> most = new HashMap<>(ordinary);
    extra.forEach(
        (item, points) -> {
          if (most.put(item, points) != null) {
            throw wrong(parts.get("extra"), Message.of("grade.points.both").with("item", item));
          }
        });
    missing(List.of(Item.values()), most.keySet())
        .ifPresent(
            item -> {
              throw wrong(
                  parts.get("points"), Message.of("grade.points.noItem").with("item", item));
            });
    return new Points(most, extra.keySet(), outcomes(parts.get("outcomes")), codes(parts));
  }

  private Node root() {
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(text()));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw wrong(line, Message.of("grade.points.notYaml").with("problem", e.getProblem()), e);
    } catch (YAMLException e) {
      throw wrong(1, Message.of("grade.points.notYaml").with("problem", e.getMessage()), e);
    }
    if (root == null) {
      throw wrong(1, Message.of("grade.points.noPart").with("part", "points"), null);
    }
    return root;
  }

  private String text() {
    try {
      if (Files.size(file) > LARGEST) {
        throw wrong(1, Message.of("grade.points.large").with("bytes", LARGEST), null);
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LabException(
          Message.of("grade.points.unreadable")
              .with("file", file)
              .with("reason", e.getClass().getSimpleName()),
          e);
    }
  }

  private Map<String, Node> parts(Node root) {
    Map<String, Node> parts = new LinkedHashMap<>();
    Set<String> known = Set.of("points", "extra", "outcomes", "findings");
    entries(root).forEach((key, value) -> parts.put(word(key, known), value));
    missing(List.of("points", "outcomes"), parts.keySet())
        .ifPresent(
            part -> {
              throw wrong(root, Message.of("grade.points.noPart").with("part", part));
            });
    return parts;
  }

  private Map<Item, Integer> items(Map<String, Node> parts, String part) {
    Map<String, Item> ids =
        Stream.of(Item.values()).collect(Collectors.toMap(Item::toString, Function.identity()));
    Map<Item, Integer> points = new HashMap<>();
    if (parts.containsKey(part)) {
      entries(parts.get(part))
          .forEach((id, value) -> points.put(ids.get(word(id, ids.keySet())), number(value, MOST)));
    }
    return points;
  }

  private Map<Outcome, Integer> outcomes(Node part) {
    Map<String, Outcome> names =
        Stream.of(Outcome.values())
            .collect(Collectors.toMap(PointsFile::name, Function.identity()));
    Map<Outcome, Integer> kept = new HashMap<>();
    entries(part)
        .forEach(
            (name, value) -> kept.put(names.get(word(name, names.keySet())), number(value, 100)));
    missing(List.of(Outcome.values()), kept.keySet())
        .ifPresent(
            outcome -> {
              throw wrong(
                  part, Message.of("grade.points.noOutcome").with("outcome", name(outcome)));
            });
    return kept;
  }

  /** As the file has it: {@code not-tried}. */
  private static String name(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Map<String, Integer> codes(Map<String, Node> parts) {
    Map<String, Integer> kept = new HashMap<>();
    if (parts.containsKey("findings")) {
      entries(parts.get("findings"))
          .forEach((code, value) -> kept.put(((ScalarNode) code).getValue(), number(value, 100)));
    }
    return kept;
  }

  /** A part with nothing in it, as {@code findings:} alone, has no entries. */
  private Map<Node, Node> entries(Node part) {
    if (part instanceof ScalarNode scalar && scalar.getValue().isEmpty()) {
      return Map.of();
    } else if (!(part instanceof MappingNode map)) {
      throw wrong(part, Message.of("grade.points.notEntries"));
    } else {
      Map<Node, Node> entries = new LinkedHashMap<>();
      Set<String> names = new HashSet<>();
      for (NodeTuple entry : map.getValue()) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
          throw wrong(entry.getKeyNode(), Message.of("grade.points.notEntries"));
        } else if (!names.add(key.getValue())) {
          throw wrong(key, Message.of("grade.points.twice").with("name", key.getValue()));
        }
        entries.put(entry.getKeyNode(), entry.getValueNode());
      }
      return entries;
    }
  }

  private String word(Node key, Set<String> known) {
    String word = ((ScalarNode) key).getValue();
    if (!known.contains(word)) {
      throw wrong(
          key,
          Message.of("grade.points.unknown")
              .with("word", word)
              .with("known", known.stream().sorted().toList()));
    }
    return word;
  }

  private int number(Node value, int most) {
    String text = value instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > most) {
      throw wrong(value, Message.of("grade.points.noNumber").with("text", text).with("most", most));
    }
    return Integer.parseInt(text);
  }

  private static <T> Optional<T> missing(List<T> wanted, Collection<T> present) {
    return wanted.stream().filter(one -> !present.contains(one)).findFirst();
  }

  private LabException wrong(Node at, Message problem) {
    return wrong(at.getStartMark().getLine() + 1, problem, null);
  }

  private LabException wrong(int line, Message problem, Exception cause) {
    return new LabException(
        Message.of("grade.points.wrong")
            .with("file", file)
            .with("line", line)
            .with("problem", problem),
        cause);
  }
}
