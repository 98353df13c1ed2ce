package org.halab.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.halab.stack.ComposeModel;
import org.halab.stack.ContainerFile;
import org.halab.stack.ContainerFiles;
import org.halab.stack.HaproxyConfig;
import org.halab.stack.PatroniNode;
import org.halab.stack.StackReader;
import org.halab.stack.YamlSource;

/**
 * A project as far as its files can be understood: what is missing or cannot be told is left out
 * here, for most projects that do not work are half right.
 */
final class ReadProject {
  private static final int MOST_FILES = 100;

  private final Path directory;
  private final List<YamlSource> compose;
  private final ComposeModel model;
  private final List<ReadNode> nodes;
  private final List<ReadProxy> proxies;

  ReadProject(Path directory, List<Path> composeFiles, ComposeModel model) {
    this.directory = directory;
    this.compose = composeFiles.stream().map(YamlSource::read).toList();
    this.model = model;
    this.nodes =
        StackReader.nodes(directory, composeFiles, model).stream().map(this::readNode).toList();
    this.proxies = services().flatMap(this::proxies).toList();
  }

  private ReadNode readNode(PatroniNode node) {
    return new ReadNode(
        directory,
        node,
        definition(node.node().service()),
        node.files().stream().map(file -> YamlSource.read(file.file())).toList());
  }

  private Stream<ReadProxy> proxies(String service) {
    return runsPatroni(service)
        ? Stream.empty()
        : texts(service)
            .filter(text -> HaproxyConfig.likely(text.text()))
            .filter(text -> !text.text().matches("(?s).*\\b(stream|http)\\s*\\{.*"))
            .map(text -> new ReadProxy(service, definition(service), text));
  }

  /** The project's own text files that a service's container has. */
  Stream<ProjectText> texts(String service) {
    return new ContainerFiles(model.root(), service)
        .all().stream()
            .limit(MOST_FILES)
            .map(ContainerFile::file)
            .flatMap(file -> ProjectText.of(directory, file).stream());
  }

  Optional<ProjectText> text(Path file) {
    return ProjectText.of(directory, file);
  }

  ComposeModel model() {
    return model;
  }

  List<YamlSource> composeFiles() {
    return compose;
  }

  List<ReadNode> nodes() {
    return nodes;
  }

  List<ReadProxy> proxies() {
    return proxies;
  }

  Stream<String> services() {
    return model.root().path("services").properties().stream().map(Map.Entry::getKey);
  }

  JsonNode definition(String service) {
    return model.root().path("services").path(service);
  }

  boolean runsPatroni(String service) {
    return nodes.stream().anyMatch(node -> node.service().equals(service));
  }

  /** Where a service, or something of it, is set; the service if it is not set. */
  String place(String service, String... below) {
    List<String> path = new ArrayList<>(List.of("services", service));
    path.addAll(List.of(below));
    for (int i = compose.size() - 1; i >= 0; i--) {
      Optional<Integer> line = compose.get(i).line(path.toArray(String[]::new));
      if (line.isPresent()) {
        return name(compose.get(i)) + ":" + line.get();
      }
    }
    return below.length > 0 ? place(service) : name(compose.get(0));
  }

  /** Where something stands at the top of the first Compose file; empty if it does not. */
  Optional<String> topPlace(String key) {
    return compose.stream()
        .filter(file -> file.line(key).isPresent())
        .map(file -> name(file) + ":" + file.line(key).get())
        .findFirst();
  }

  private String name(YamlSource file) {
    return ProjectText.relative(directory, file.file());
  }
}
