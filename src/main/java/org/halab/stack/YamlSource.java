package org.halab.stack;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file: its content, and the line on which each setting stands. */
public final class YamlSource {
  private static final long LARGEST = 1 << 20;

  /** Values, when each alias has been replaced by what it stands for: people write hundreds. */
  private static final long MOST_VALUES = 100_000;

  private final Path file;
  private final Object content;
  private final Node tree;

  private YamlSource(Path file, Object content, Node tree) {
    this.file = file;
    this.content = content;
    this.tree = tree;
  }

  /**
   * @throws LabException if the file cannot be read, has more than 1 MiB, is not YAML (the message
   *     names the line), or grows without end by its aliases
   */
  public static YamlSource read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new LabException(Message.of("stack.large").with("file", file));
      }
      return parse(file, Files.readString(file));
    } catch (IOException e) {
      throw new LabException(
          Message.of("stack.unreadable")
              .with("file", file)
              .with("reason", e.getClass().getSimpleName()),
          e);
    }
  }

  static YamlSource parse(Path file, String text) {
    try {
      Node tree = new Yaml().compose(new StringReader(text));
      if (values(tree, new IdentityHashMap<>()) > MOST_VALUES) {
        throw new LabException(Message.of("stack.large").with("file", file));
      }
      Object content = new Yaml(new PlainYaml()).load(text);
      return new YamlSource(file, content, tree);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new LabException(
          Message.of("stack.notYaml")
              .with("file", file)
              .with("line", line)
              .with("problem", e.getProblem()),
          e);
    } catch (YAMLException e) {
      throw new LabException(
          Message.of("stack.noYaml").with("file", file).with("problem", e.getMessage()), e);
    }
  }

  /** How many values there are with all aliases replaced; too many for what contains itself. */
  private static long values(Node node, Map<Node, Long> known) {
    if (node == null || known.containsKey(node)) {
      return known.getOrDefault(node, 0L);
    }
    known.put(node, MOST_VALUES + 1);
    long values = 1;
    for (Node child : children(node)) {
      values = Math.min(values + values(child, known), MOST_VALUES + 1);
    }
    known.put(node, values);
    return values;
  }

  private static List<Node> children(Node node) {
    if (node instanceof MappingNode map) {
      return map.getValue().stream()
          .flatMap(entry -> Stream.of(entry.getKeyNode(), entry.getValueNode()))
          .toList();
    }
    return node instanceof SequenceNode list ? list.getValue() : List.of();
  }

  public Path file() {
    return file;
  }

  /** Maps, lists and scalars as YAML has them; null for an empty file. */
  public Object content() {
    return content;
  }

  /** Where a setting stands, as {@code FILE:LINE}; the file alone if it does not stand there. */
  public String place(String... path) {
    return line(path).map(line -> file + ":" + line).orElse(file.toString());
  }

  /**
   * The line of a setting's key, from 1.
   *
   * @param path keys from the top, or positions in a list
   */
  public Optional<Integer> line(String... path) {
    Node node = tree;
    Optional<Integer> line = Optional.empty();
    for (String key : path) {
      Optional<Child> child = child(node, key);
      if (child.isEmpty()) {
        return Optional.empty();
      }
      node = child.get().value();
      line = Optional.of(child.get().line());
    }
    return line;
  }

  private record Child(Node value, int line) {}

  private static Optional<Child> child(Node parent, String key) {
    if (parent instanceof MappingNode map) {
      return map.getValue().stream()
          .filter(entry -> key.equals(name(entry)))
          .map(
              entry ->
                  new Child(entry.getValueNode(), entry.getKeyNode().getStartMark().getLine() + 1))
          .findFirst();
    }
    if (parent instanceof SequenceNode list && key.matches("\\d+")) {
      List<Node> items = list.getValue();
      int index = Integer.parseInt(key);
      return index < items.size()
          ? Optional.of(new Child(items.get(index), items.get(index).getStartMark().getLine() + 1))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static String name(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
