package org.halab.guard;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halab.message.Message;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML as it is written, within limits: nothing is made of it. Compose's own reader takes several
 * documents in a file and texts in base64 ({@code !!binary}) for keys, which would hide a key from
 * who looks for it: only one document, and only the plain kinds of values, pass.
 */
final class YamlText {
  /** Characters and values, when each alias has been replaced by what it stands for. */
  private static final long MOST_EXPANDED = 4_000_000;

  private static final Set<Tag> PLAIN =
      Set.of(
          Tag.MAP,
          Tag.SEQ,
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MERGE);

  private final String name;
  private final Refusals refusals;
  private final Map<Node, Long> sizes = new IdentityHashMap<>();

  /**
   * @param name of the file, as places have it
   */
  YamlText(String name, Refusals refusals) {
    this.name = name;
    this.refusals = refusals;
  }

  /** Empty, and the refusal is noted, if it is not YAML or grows; empty for an empty file too. */
  Optional<Node> read(String text) {
    try {
      Node tree = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      return tree != null && isPlain(tree) && isSmall(tree) ? Optional.of(tree) : Optional.empty();
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      refusals.unreadable(
          name + ":" + line, Message.of("guard.notYaml").with("problem", e.getProblem()));
    } catch (YAMLException e) {
      refusals.unreadable(name, Message.of("guard.notYaml").with("problem", e.getMessage()));
    }
    return Optional.empty();
  }

  String place(Node node) {
    return name + ":" + (node.getStartMark().getLine() + 1);
  }

  private boolean isPlain(Node tree) {
    Map<Node, Boolean> seen = new IdentityHashMap<>();
    return isPlain(tree, seen);
  }

  private boolean isPlain(Node node, Map<Node, Boolean> seen) {
    if (seen.put(node, true) != null) {
      return true;
    }
    if (!PLAIN.contains(node.getTag())) {
      refusals.unreadable(
          place(node), Message.of("guard.tag").with("tag", node.getTag().getValue()));
      return false;
    }
    return children(node).stream().allMatch(child -> isPlain(child, seen));
  }

  private boolean isSmall(Node tree) {
    if (size(tree) > MOST_EXPANDED) {
      refusals.exceeds(place(tree), Message.of("guard.bomb").with("most", MOST_EXPANDED));
      return false;
    }
    return true;
  }

  /** Without end for what contains itself. */
  private long size(Node node) {
    Long known = sizes.get(node);
    if (known != null) {
      return known;
    }
    sizes.put(node, MOST_EXPANDED + 1);
    long size = node instanceof ScalarNode scalar ? 1 + scalar.getValue().length() : 1;
    for (Node child : children(node)) {
      size = Math.min(size + size(child), MOST_EXPANDED + 1);
    }
    sizes.put(node, size);
    return size;
  }

  static List<Node> children(Node node) {
    if (node instanceof MappingNode map) {
      return map.getValue().stream()
          .flatMap(entry -> List.of(entry.getKeyNode(), entry.getValueNode()).stream())
          .toList();
    }
    return node instanceof SequenceNode list ? list.getValue() : List.of();
  }

  static String key(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** All values of a key in a value and below it: merges bring keys from anywhere. */
  static List<Node> below(Node node, String key) {
    List<Node> found = new ArrayList<>();
    below(node, key, found, Collections.newSetFromMap(new IdentityHashMap<>()));
    return found;
  }

  private static void below(Node node, String key, List<Node> found, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof MappingNode map) {
      map.getValue().stream()
          .filter(entry -> key(entry).equals(key))
          .forEach(entry -> found.add(entry.getValueNode()));
    }
    children(node).forEach(child -> below(child, key, found, seen));
  }
}
