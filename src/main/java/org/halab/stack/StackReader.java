package org.halab.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.halab.domain.LabException;
import org.halab.message.Message;

/**
 * Reads from a project's files what it is: its nodes, what keeps their leader key, its entrypoints.
 * What cannot be told from them is said with the file and the line, and can be told by an {@code
 * x-lab} block: see {@link LabBlock}.
 */
public final class StackReader {
  private final Function<List<Path>, ComposeModel> compose;

  /**
   * @param compose what Compose makes of a project's files
   */
  public StackReader(Function<List<Path>, ComposeModel> compose) {
    this.compose = compose;
  }

  /**
   * @param name what the features call the stack
   * @throws LabException if Compose refuses the files, or they are no Patroni lab
   */
  public Stack read(String name, Path directory, List<Path> files) {
    return read(name, directory, files, compose.apply(files));
  }

  /** The same stack from a copy of its directory. */
  Stack moved(Stack stack, Path copy) {
    return read(
        stack.name(),
        copy,
        stack.files().stream()
            .map(file -> copy.resolve(stack.directory().relativize(file)))
            .toList(),
        compose.apply(stack.files()).moved(stack.directory(), copy));
  }

  /**
   * @param model what Compose has made of these files
   * @throws LabException if they are no Patroni lab
   */
  public static Stack read(String name, Path directory, List<Path> files, ComposeModel model) {
    JsonNode root = model.root();
    ComposeSource source = new ComposeSource(files);
    requireOwnPorts(root, source);
    LabBlock told = new LabBlock(root, directory);
    List<PatroniNode> nodes = new NodeReader(root, source, told).read();
    DcsServers dcs = new DcsReader(root, source, told).read(nodes.get(0));
    List<EntrypointPlan> entrypoints = new EntrypointReader(root, told, nodes).read(dcs);
    Path dockerfile =
        BuildContext.of(root.path("services").path(nodes.get(0).node().service()))
            .map(BuildContext::dockerfile)
            .orElse(directory.resolve("Dockerfile"));
    return new Stack(name, directory, files, nodes, dcs, entrypoints, dockerfile);
  }

  /**
   * Its nodes alone, as far as they can be understood: one that names a file that is not there, or
   * has no name, is left out, and two may have the same name.
   */
  public static List<PatroniNode> nodes(Path directory, List<Path> files, ComposeModel model) {
    JsonNode root = model.root();
    return new NodeReader(root, new ComposeSource(files), new LabBlock(root, directory)).found();
  }

  /**
   * Compose itself starts such a project half, and then fails. Services that are bound to different
   * hosts of a swarm may have the same.
   */
  private static void requireOwnPorts(JsonNode root, ComposeSource source) {
    Map<String, String> holders = new LinkedHashMap<>();
    List<String> clashes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> service : root.path("services").properties()) {
      for (JsonNode port : service.getValue().path("ports")) {
        String published = port.path("published").asText("");
        String where = service.getValue().at("/deploy/placement/constraints").toString();
        String holder = holders.putIfAbsent(where + published, service.getKey());
        if (!published.isEmpty() && !published.equals("0") && holder != null) {
          clashes.add(
              "%s: %s is to be published on port %s, and so is %s"
                  .formatted(
                      source.place(service.getKey(), "ports"),
                      service.getKey(),
                      published,
                      holder));
        }
      }
    }
    if (!clashes.isEmpty()) {
      throw new LabException(
          Message.of("stack.clashes").with("clashes", String.join("\n", clashes)));
    }
  }
}
