package org.halab.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Item;
import org.halab.matrix.FileEdit;
import org.halab.stack.YamlSource;

/**
 * A student's project, kept as what differs from the printed files: {@code
 * src/test/resources/projects/differences/NAME.yml}.
 *
 * <pre>{@code
 * description: what this student did, in a sentence
 * from: NAME                 # another difference, which is carried out first; may be left out
 * edits: [...]               # in their order; see FileEdit
 * expected: {G3.2: fails, A1: works or partly}   # what is not named is as printed
 * findings: [CODE]           # what is read beside what is read of the printed files
 * gone: [CODE]               # what is read of the printed files and no more of these
 * }</pre>
 *
 * An item {@code works}, also where its files alone are judged, {@code partly}, {@code fails} or is
 * {@code not tried}. Where chance decides which node leads first, and so what is seen, several are
 * right. Where nobody follows the leader nothing else is tried, and yet a mistake that the files
 * show remains one: a killed leader that does not return, as printed, for one.
 *
 * @param expected by the guide's items, written down before anything was tried
 */
public record Difference(
    String name,
    String description,
    String from,
    List<Map<String, Object>> edits,
    Map<String, String> expected,
    Set<String> findings,
    Set<String> gone) {
  private static final Path DIRECTORY =
      Path.of("src", "test", "resources", "projects", "differences");
  private static final Path PRINTED = Path.of("docker");

  /** Overrides and the harness are no part of what a student hands in. */
  private static final Set<String> OTHERS =
      Set.of(
          "improved",
          "etcd",
          "ha",
          "harness",
          "small-disk",
          "stand-ins",
          "stop-ignoring",
          "setup.sh");

  public static List<Difference> all() throws IOException {
    return all(DIRECTORY);
  }

  /** Those of a directory, by their names. */
  public static List<Difference> all(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yml"))
          .map(file -> read(directory, file.replace(".yml", "")))
          .sorted((one, other) -> one.name().compareTo(other.name()))
          .toList();
    }
  }

  public static Difference read(String name) {
    return read(DIRECTORY, name);
  }

  @SuppressWarnings("unchecked")
  private static Difference read(Path directory, String name) {
    Map<String, Object> all =
        (Map<String, Object>) YamlSource.read(directory.resolve(name + ".yml")).content();
    return new Difference(
        name,
        String.valueOf(all.get("description")),
        (String) all.getOrDefault("from", ""),
        (List<Map<String, Object>>) all.getOrDefault("edits", List.of()),
        (Map<String, String>) all.getOrDefault("expected", Map.of()),
        new HashSet<>((List<String>) all.getOrDefault("findings", List.of())),
        new HashSet<>((List<String>) all.getOrDefault("gone", List.of())));
  }

  /** Of each item what may become of it, as {@code expected} has it. */
  public Map<Item, Set<String>> outcomes() {
    Map<Item, Set<String>> outcomes = new EnumMap<>(Item.class);
    for (Item item : Item.values()) {
      outcomes.put(item, Set.of(asPrinted(item)));
    }
    expected.forEach(
        (id, said) ->
            outcomes.put(
                Stream.of(Item.values())
                    .filter(item -> item.toString().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(name + ": there is no " + id)),
                Set.of(said.split(" or "))));
    return outcomes;
  }

  private static String asPrinted(Item item) {
    return switch (item) {
      case FOLLOWS_AGAIN -> "fails";
      case OTHER_STACK -> "not tried";
      default -> "works";
    };
  }

  /** The printed files, copied to a directory and changed there. */
  public void carryOut(Path target) throws IOException {
    if (from.isEmpty()) {
      copy(PRINTED, target);
    } else {
      read(from).carryOut(target);
    }
    for (Map<String, Object> edit : edits) {
      new FileEdit(edit).carryOut(target);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(from)) {
      tree.filter(Files::isRegularFile)
          .filter(file -> !OTHERS.contains(from.relativize(file).getName(0).toString()))
          .forEach(files::add);
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file));
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  @Override
  public String toString() {
    return name + ": " + description;
  }
}
