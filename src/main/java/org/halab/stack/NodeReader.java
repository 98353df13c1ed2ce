package org.halab.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.domain.LabException;
import org.halab.domain.Node;
import org.halab.message.Message;

/** Finds the services that run Patroni, and reads the settings that each of them starts with. */
final class NodeReader {
  private final JsonNode root;
  private final ComposeSource source;
  private final LabBlock told;

  NodeReader(JsonNode root, ComposeSource source, LabBlock told) {
    this.root = root;
    this.source = source;
    this.told = told;
  }

  /**
   * @throws LabException if there is none, or one cannot be understood
   */
  List<PatroniNode> read() {
    List<PatroniNode> nodes = new ArrayList<>();
    root.path("services")
        .properties()
        .forEach(service -> node(service.getKey(), service.getValue()).ifPresent(nodes::add));
    if (nodes.isEmpty()) {
      throw new LabException(
          Message.of("stack.noPatroni")
              .with("compose", source.place())
              .with("example", "x-lab: {nodes: {SERVICE: [FILE.yml]}}"));
    }
    requireOwnNames(nodes);
    return nodes;
  }

  /** Those that can be understood; see {@link StackReader#nodes}. */
  List<PatroniNode> found() {
    List<PatroniNode> nodes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> service : root.path("services").properties()) {
      try {
        node(service.getKey(), service.getValue()).ifPresent(nodes::add);
      } catch (LabException e) {
        continue; // told by whoever reads the whole stack
      }
    }
    return nodes;
  }

  private Optional<PatroniNode> node(String service, JsonNode definition) {
    Map<String, String> environment = environment(definition);
    Optional<PatroniCommand> command =
        PatroniCommand.of(definition, commandOfImage(definition), environment);
    if (command.isEmpty() && !told.nodes().contains(service)) {
      return Optional.empty();
    }
    List<ContainerFile> files =
        told.nodes().contains(service)
            ? told.files(service)
            : files(service, inContainer(definition, command.orElseThrow().configuration()));
    PatroniSettings settings =
        new PatroniSettings(
            files.stream().map(file -> YamlSource.read(file.file())).toList(), environment);
    String member =
        settings
            .name()
            .orElseThrow(
                () ->
                    new LabException(
                        Message.of("stack.noName").with("place", place(service, files))));
    return Optional.of(
        new PatroniNode(
            new Node(service, member), files, settings, HostNames.of(service, definition)));
  }

  /** Patroni's file may be named from the directory that its container starts in. */
  private static String inContainer(JsonNode definition, String configuration) {
    if (configuration.isEmpty() || configuration.startsWith("/")) {
      return configuration;
    }
    String own = definition.path("working_dir").asText("");
    String ofImage = dockerfile(definition).map(Dockerfile::directory).orElse("/");
    return PathInContainer.absolute(PathInContainer.absolute(ofImage, own), configuration);
  }

  private List<ContainerFile> files(String service, String configuration) {
    ContainerFiles known = new ContainerFiles(root, service);
    if (configuration.isEmpty()) {
      return List.of();
    }
    Optional<ContainerFile> file = known.at(configuration);
    if (file.isPresent()) {
      requireThere(service, configuration, file.get().file());
      return List.of(file.get());
    }
    List<ContainerFile> directory =
        known.in(configuration).stream()
            .filter(one -> one.inContainer().matches(".*\\.ya?ml"))
            .toList();
    if (directory.isEmpty()) {
      throw new LabException(
          Message.of("stack.notBrought")
              .with("place", source.place(service, "command"))
              .with("service", service)
              .with("file", configuration)
              .with("example", "x-lab: {nodes: {%s: [FILE.yml]}}".formatted(service)));
    }
    return directory;
  }

  private void requireThere(String service, String configuration, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new LabException(
          Message.of("stack.notThere")
              .with("place", source.place(service))
              .with("service", service)
              .with("read", configuration)
              .with("file", file));
    }
  }

  private void requireOwnNames(List<PatroniNode> nodes) {
    Map<String, PatroniNode> names = new LinkedHashMap<>();
    for (PatroniNode node : nodes) {
      PatroniNode other = names.putIfAbsent(node.node().member(), node);
      if (other != null) {
        throw new LabException(
            Message.of("stack.sameName")
                .with("place", place(node.node().service(), node.files()))
                .with("one", other.node().service())
                .with("other", node.node().service())
                .with("name", node.node().member()));
      }
    }
  }

  private String place(String service, List<ContainerFile> files) {
    return files.isEmpty()
        ? source.place(service)
        : YamlSource.read(files.get(0).file()).place("name");
  }

  private static List<String> commandOfImage(JsonNode definition) {
    return dockerfile(definition).map(Dockerfile::command).orElse(List.of());
  }

  private static Optional<Dockerfile> dockerfile(JsonNode definition) {
    return BuildContext.of(definition)
        .map(BuildContext::dockerfile)
        .filter(Files::isRegularFile)
        .map(Dockerfile::read);
  }

  static Map<String, String> environment(JsonNode definition) {
    Map<String, String> environment = new LinkedHashMap<>();
    definition
        .path("environment")
        .properties()
        .forEach(one -> environment.put(one.getKey(), one.getValue().asText("")));
    return environment;
  }
}
