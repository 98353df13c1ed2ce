package org.halab.grade;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A YAML file of names and numbers; whatever is wrong with it is told with its line. */
final class PointsYaml {
  private static final int LARGEST = 100_000;

  private final Path file;

  PointsYaml(Path file) {
    this.file = file;
  }

  Node root() {
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
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new IOException("not a plain file");
      } else if (Files.size(file) > LARGEST) {
        throw wrong(1, Message.of("grade.points.large").with("bytes", LARGEST), null);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new LabException(
          Message.of("grade.points.unreadable").with("file", file).with("reason", reason(e)), e);
    }
  }

  private static String reason(IOException e) {
    return e.getClass() == IOException.class ? e.getMessage() : e.getClass().getSimpleName();
  }

  /** A part with nothing in it, as {@code findings:} alone, has no entries. */
  Map<ScalarNode, Node> entries(Node part) {
    Map<ScalarNode, Node> entries = new LinkedHashMap<>();
    if (part instanceof ScalarNode scalar && scalar.getValue().isEmpty()) {
      return entries;
    } else if (!(part instanceof MappingNode map)) {
      throw wrong(part, Message.of("grade.points.notEntries"));
    } else {
      Set<String> names = new HashSet<>();
      for (NodeTuple entry : map.getValue()) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
          throw wrong(entry.getKeyNode(), Message.of("grade.points.notEntries"));
        } else if (!names.add(key.getValue())) {
          throw wrong(key, Message.of("grade.points.twice").with("name", key.getValue()));
        } else {
          entries.put(key, entry.getValueNode());
        }
      }
      return entries;
    }
  }

  String word(ScalarNode key, Set<String> known) {
    if (!known.contains(key.getValue())) {
      throw wrong(
          key,
          Message.of("grade.points.unknown")
              .with("word", key.getValue())
              .with("known", known.stream().sorted().toList()));
    }
    return key.getValue();
  }

  /** A whole number from 0. */
  int number(Node value, int most) {
    String text = value instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > most) {
      throw wrong(value, Message.of("grade.points.noNumber").with("text", text).with("most", most));
    }
    return Integer.parseInt(text);
  }

  LabException wrong(Node at, Message problem) {
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
