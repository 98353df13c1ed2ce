package org.halab.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A node's Patroni file: each setting under its path, for example {@code bootstrap.dcs.ttl}. */
public final class NodeFile {
  private final Map<String, String> settings = new TreeMap<>();

  private NodeFile(Object yaml) {
    flatten("", yaml);
  }

  /**
   * @throws LabException if the file is not there or not YAML
   */
  public static NodeFile read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (YAMLException e) {
      throw new LabException(
          Message.of("stack.noYaml").with("file", file).with("problem", e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  static NodeFile parse(String yaml) {
    return new NodeFile(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
  }

  /** The value of a setting as it is written, without quotes. */
  public Optional<String> value(String path) {
    return Optional.ofNullable(settings.get(path));
  }

  /** The settings in which two files differ, each with both values; absent ones are empty. */
  public Map<String, List<String>> differences(NodeFile other) {
    Map<String, List<String>> differences = new TreeMap<>();
    TreeSet<String> paths = new TreeSet<>(settings.keySet());
    paths.addAll(other.settings.keySet());
    for (String path : paths) {
      List<String> values = List.of(value(path).orElse(""), other.value(path).orElse(""));
      if (!values.get(0).equals(values.get(1))) {
        differences.put(path, values);
      }
    }
    return differences;
  }

  private void flatten(String path, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, child) -> flatten(path.isEmpty() ? "" + key : path + "." + key, child));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        flatten(path + "[" + i + "]", list.get(i));
      }
    } else {
      settings.put(path, String.valueOf(value));
    }
  }
}
