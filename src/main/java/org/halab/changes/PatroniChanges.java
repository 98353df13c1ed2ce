package org.halab.changes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.halab.changes.SettingChange.Printed;
import org.halab.reading.SettingPlaces;
import org.halab.stack.YamlSource;

/** What the improved Patroni has otherwise than the printed one. */
public final class PatroniChanges {
  public static final String FILE = "improved/patroni.yml";
  static final List<String> PRINTED = List.of("postgres0.yml", "postgres1.yml");

  private final LabFiles files;
  private final List<YamlSource> printed;
  private final ReasonedSettings improved;
  private final Set<String> paths = new TreeSet<>();

  public PatroniChanges(LabFiles files) {
    this.files = files;
    this.printed = PRINTED.stream().map(file -> YamlSource.read(files.path(file))).toList();
    this.improved = new ReasonedSettings(String.join("\n", files.lines(FILE)));
    collect(printed.get(0).content(), "");
  }

  private void collect(Object value, String path) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, below) -> collect(below, path.isEmpty() ? key + "" : path + "." + key));
    }
    if (!path.isEmpty()) {
      paths.add(path);
    }
  }

  /** What the file says of itself. */
  public String preface() {
    return improved.preface();
  }

  public List<Reasoned> all() {
    return improved.blocks().stream().map(this::reasoned).toList();
  }

  private Reasoned reasoned(ReasonedSettings.Block block) {
    List<SettingChange> settings = new ArrayList<>();
    block
        .values()
        .forEach(
            (path, value) -> settings.add(new SettingChange(path, value, printed(path, block))));
    if (settings.isEmpty()) {
      settings.add(new SettingChange(block.first(), "…", printed(block.first(), block)));
    }
    return new Reasoned(block.comment(), settings);
  }

  /**
   * At the same place, else under the same name elsewhere, else under a name that the reason tells.
   */
  private List<Printed> printed(String path, ReasonedSettings.Block block) {
    if (paths.contains(path)) {
      return List.of(printed(path));
    }
    List<Printed> same = named(Set.of(name(path)));
    return same.isEmpty() ? named(underscored(block.comment())) : same;
  }

  private List<Printed> named(Set<String> names) {
    return paths.stream()
        .filter(one -> names.contains(name(one)))
        .filter(one -> one.contains("."))
        .map(this::printed)
        .toList();
  }

  /** Words that can be nothing but the names of settings. */
  private static Set<String> underscored(String comment) {
    return Arrays.stream(comment.split("[^\\w]+"))
        .filter(word -> word.contains("_"))
        .collect(Collectors.toSet());
  }

  private Printed printed(String path) {
    String[] keys = path.split("\\.");
    List<String> places = new ArrayList<>();
    for (int i = 0; i < PRINTED.size(); i++) {
      Optional<Integer> line = printed.get(i).line(keys);
      String file = PRINTED.get(i);
      line.ifPresent(number -> places.add(file + ":" + number));
    }
    return new Printed(path, value(keys), places, SettingPlaces.looksFor(path) && !ignored(path));
  }

  /** A block is not looked for by a name of its own. */
  private static boolean ignored(String path) {
    return path.equals(PrintedDefects.NEVER_READ);
  }

  private String value(String... keys) {
    Object value = printed.get(0).content();
    for (String key : keys) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return value instanceof Map<?, ?> ? "…" : String.valueOf(value);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
