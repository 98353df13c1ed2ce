package org.halab.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.message.Message;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Whether Compose may read a project at all. To resolve its files Compose follows what they name
 * ({@code include}, {@code extends}, {@code env_file}, {@code .env}), also over the network, so
 * this is looked at before, in the files as they are written.
 */
public final class Readable {
  /** What a person writes has a few kilobytes. */
  private static final long MOST_BYTES = 256 * 1024;

  private static final int MOST_FILES = 20;

  /** Each port of a range becomes an entry of its own, of a hundred bytes. */
  private static final int MOST_PORTS = 20;

  /** Characters of all variables in all their places. */
  private static final long MOST_INTERPOLATED = 16_000_000;

  /** Their keys are names that the project chooses, and mean nothing to Compose. */
  private static final Set<String> DATA = Set.of("environment", "labels", "args", "annotations");

  /** Compose takes these for addresses of repositories before it looks for a file. */
  private static final Pattern REMOTE =
      Pattern.compile("(?i).*(:|@|#|\\.git(/|$)|github\\.com|gitlab\\.com|bitbucket\\.org).*");

  private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");

  private final Inside project;
  private final Refusals refusals = new Refusals();
  private final Set<Path> read = new HashSet<>();
  private long longestVariable;
  private long variables;

  private Readable(Inside project) {
    this.project = project;
  }

  /**
   * Why Compose may not read these files; empty if it may. Places are relative to the project.
   *
   * @param directory of the project: nothing outside of it is read
   * @param files the Compose file and those on top of it
   */
  public static List<Finding> refusals(Path directory, List<Path> files) {
    Refusals none = new Refusals();
    try {
      Readable readable = new Readable(new Inside(directory));
      for (Path file : files) {
        readable.read(file.toAbsolutePath(), file.getFileName().toString(), "-f");
      }
      readable.requireFewVariables(files.get(0).getFileName().toString());
      return readable.refusals.found();
    } catch (IOException e) {
      none.unreadable(
          directory.toString(), Message.of("guard.noFile").with("file", directory.toString()));
      return none.found();
    }
  }

  private void read(Path file, String place, String key) {
    Path normal = project.directory().resolve(file).normalize();
    if (!read.add(normal)) {
      return;
    }
    if (read.size() > MOST_FILES) {
      refusals.exceeds(place, Message.of("guard.manyFiles").with("most", MOST_FILES));
      return;
    }
    // Compose reads it unasked, beside each file that it takes for a project of its own.
    Path own = normal.resolveSibling(".env");
    if (Files.exists(own, LinkOption.NOFOLLOW_LINKS)) {
      variables(own, project.name(own), ".env", true);
    }
    Optional<String> text = new PlainText(project, refusals).read(normal, place, key, MOST_BYTES);
    if (text.isPresent()) {
      variables += text.get().chars().filter(one -> one == '$').count();
      YamlText yaml = new YamlText(project.name(normal), refusals);
      yaml.read(text.get()).ifPresent(tree -> new Walk(normal, yaml).into(tree));
    }
  }

  private void variables(Path file, String place, String key, boolean steers) {
    long longest = new EnvironmentFile(project, refusals).check(file, place, key, steers);
    longestVariable = Math.max(longestVariable, longest);
  }

  private void requireFewVariables(String place) {
    if (variables * longestVariable > MOST_INTERPOLATED) {
      refusals.exceeds(place, Message.of("guard.bomb").with("most", MOST_INTERPOLATED));
    }
  }

  /** Goes through one file; where a key stands does not matter, for anchors carry it anywhere. */
  private final class Walk {
    private final Path file;
    private final YamlText yaml;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Walk(Path file, YamlText yaml) {
      this.file = file;
      this.yaml = yaml;
    }

    void into(Node node) {
      if (!seen.add(node)) {
        return;
      }
      if (node instanceof MappingNode map) {
        map.getValue().forEach(this::entry);
      } else {
        YamlText.children(node).forEach(this::into);
      }
    }

    private void entry(NodeTuple entry) {
      String key = YamlText.key(entry);
      Node value = entry.getValueNode();
      switch (key) {
        case "include" -> each(value).forEach(this::included);
        case "extends" ->
            YamlText.below(value, "file").forEach(path -> follow(path, "extends.file", false));
        case "env_file", "label_file" ->
            each(value).flatMap(Walk::paths).forEach(one -> follow(one, key, true));
        case "ports" -> each(value).forEach(this::port);
        default -> {}
      }
      if (!DATA.contains(key)) {
        into(value);
      }
    }

    private void included(Node one) {
      YamlText.below(one, "project_directory")
          // Its paths would begin somewhere else than those of every other file.
          .forEach(
              base -> refusals.reaches(yaml.place(base), "include.project_directory", text(base)));
      paths(one).forEach(path -> follow(path, "include", false));
    }

    /** Files that are named alone, or with more about them. */
    private static Stream<Node> paths(Node one) {
      return one instanceof MappingNode
          ? YamlText.below(one, "path").stream().flatMap(Walk::each)
          : Stream.of(one);
    }

    private static Stream<Node> each(Node value) {
      return value instanceof SequenceNode list ? list.getValue().stream() : Stream.of(value);
    }

    private void follow(Node node, String key, boolean isOfVariables) {
      if (!(node instanceof ScalarNode scalar)) {
        return;
      }
      String place = yaml.place(scalar);
      String path = scalar.getValue();
      // What a variable stands for is not known here; "~" is this machine's home directory.
      if (path.contains("$") || path.startsWith("~") || REMOTE.matcher(path).matches()) {
        refusals.reaches(place, key, path);
        return;
      }
      try {
        // From this file or, as with several files, from the project's directory.
        for (Path from : new LinkedHashSet<>(List.of(file.getParent(), project.directory()))) {
          Path named = from.resolve(path).normalize();
          if (!project.holds(named)) {
            refusals.reaches(place, key, path);
            return;
          } else if (Files.exists(named) && isOfVariables) {
            variables(named, place, key, false);
          } else if (Files.exists(named)) {
            read(named, place, key);
          }
        }
      } catch (InvalidPathException e) {
        refusals.reaches(place, key, path);
      }
    }

    private void port(Node node) {
      List<Node> published = YamlText.below(node, "published");
      (published.isEmpty() ? List.of(node) : published).forEach(this::range);
    }

    private void range(Node node) {
      String ports = text(node);
      boolean many =
          ports.contains("$")
              ? ports.replaceAll(":-\\d+\\}", "}").contains("-")
              : RANGE.matcher(ports).results().anyMatch(range -> width(range) > MOST_PORTS);
      if (many) {
        refusals.exceeds(yaml.place(node), Message.of("guard.manyPorts").with("most", MOST_PORTS));
      }
    }

    private static long width(MatchResult range) {
      // Six digits are more than any port has.
      return range.group(1).length() > 5 || range.group(2).length() > 5
          ? Long.MAX_VALUE
          : Long.parseLong(range.group(2)) - Long.parseLong(range.group(1));
    }

    private static String text(Node node) {
      return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
  }
}
