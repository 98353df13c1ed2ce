package org.halab.changes;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The settings of a YAML file, and the comments between them as their reasons: a comment is the
 * reason of the settings below it up to the next comment, and of a whole block where another
 * comment follows before its first setting. What the file begins with speaks of it all.
 */
final class ReasonedSettings {
  private final List<Block> blocks = new ArrayList<>();
  private String preface = "";

  /**
   * A comment, and what stands below it.
   *
   * @param comment empty for settings above the first one
   * @param values by each setting's path; a setting without a value has none
   */
  record Block(String comment, String first, Map<String, String> values) {}

  ReasonedSettings(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setProcessComments(true);
    Node tree = new Yaml(options).compose(new StringReader(text));
    if (tree instanceof MappingNode map) {
      collect(map, "");
    }
    blocks.removeIf(block -> block.comment().isEmpty() && block.values().isEmpty());
  }

  /** What the file says of itself. */
  String preface() {
    return preface;
  }

  List<Block> blocks() {
    return blocks;
  }

  private void collect(MappingNode map, String above) {
    for (NodeTuple entry : map.getValue()) {
      String path = above + ((ScalarNode) entry.getKeyNode()).getValue();
      comment(comment(entry.getKeyNode()), path);
      Node value = entry.getValueNode();
      if (value instanceof MappingNode below) {
        comment(comment(value), path);
        collect(below, path + ".");
      } else {
        block(path).values().put(path, value(value));
      }
    }
  }

  private void comment(String comment, String path) {
    if (comment.isEmpty()) {
      return;
    }
    if (blocks.isEmpty() && preface.isEmpty()) {
      preface = comment;
    } else {
      blocks.add(new Block(comment, path, new LinkedHashMap<>()));
    }
  }

  private Block block(String path) {
    if (blocks.isEmpty()) {
      blocks.add(new Block("", path, new LinkedHashMap<>()));
    }
    return blocks.get(blocks.size() - 1);
  }

  private static String comment(Node node) {
    List<CommentLine> lines = node.getBlockComments();
    return lines == null
        ? ""
        : lines.stream()
            .filter(line -> line.getCommentType() == CommentType.BLOCK)
            .map(line -> line.getValue().strip())
            .collect(Collectors.joining(" "));
  }

  private static String value(Node node) {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream()
          .map(ReasonedSettings::value)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return node instanceof ScalarNode scalar && !Tag.NULL.equals(node.getTag())
        ? scalar.getValue().strip()
        : "";
  }
}
