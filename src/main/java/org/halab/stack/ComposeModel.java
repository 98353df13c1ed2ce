package org.halab.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.message.Message;

/**
 * A Compose project after Compose has resolved it ({@code docker compose config}), and the two
 * forms in which the lab runs it: beside others, and beside itself, whatever names and ports are
 * printed; or with just these names and ports, for people who work beside it.
 */
public final class ComposeModel {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOOPBACK = "127.0.0.1";

  private final ObjectNode root;

  private ComposeModel(ObjectNode root) {
    this.root = root;
  }

  /** The project as Compose printed it; for reading. */
  public ObjectNode root() {
    return root;
  }

  /**
   * @param resolved what {@code docker compose config --format json} printed
   * @throws LabException if it is no project
   */
  public static ComposeModel parse(String resolved) {
    try {
      return new ComposeModel((ObjectNode) JSON.readTree(resolved));
    } catch (IOException | ClassCastException e) {
      throw new LabException(Message.of("stack.noProject").with("output", resolved), e);
    }
  }

  /**
   * The same project under another name: no container has a name of its own, each published port is
   * on a free one of the loopback address, and everything carries the labels.
   */
  public ComposeModel sideBySide(String project, Map<String, String> labels) {
    return placed(
        project,
        labels,
        service -> {
          service.remove("container_name");
          service.path("ports").forEach(port -> ((ObjectNode) port).remove("published"));
        });
  }

  /**
   * The same project under another name, with its container names and ports as printed, the ports
   * on the loopback address only; everything carries the labels.
   */
  public ComposeModel asPrinted(String project, Map<String, String> labels) {
    return placed(project, labels, service -> {});
  }

  private ComposeModel placed(
      String project, Map<String, String> labels, Consumer<ObjectNode> change) {
    ObjectNode copy = root.deepCopy();
    copy.put("name", project);
    for (JsonNode service : copy.path("services")) {
      change.accept((ObjectNode) service);
      service.path("ports").forEach(port -> ((ObjectNode) port).put("host_ip", LOOPBACK));
      label((ObjectNode) service, labels);
    }
    nameAndLabel(copy, "networks", project, labels);
    nameAndLabel(copy, "volumes", project, labels);
    return new ComposeModel(copy);
  }

  /** The same project with a change. */
  public ComposeModel changed(Consumer<ObjectNode> change) {
    ObjectNode copy = root.deepCopy();
    change.accept(copy);
    return new ComposeModel(copy);
  }

  /**
   * The same project with the services of another one, in place of its own of these names, and with
   * the networks that it has not.
   */
  public ComposeModel with(ComposeModel other) {
    return changed(
        root -> {
          other.root.path("services").properties().forEach(one -> put(root, "/services", one));
          other.root.path("networks").properties().stream()
              .filter(one -> !root.path("networks").has(one.getKey()))
              .toList()
              .forEach(one -> put(root, "/networks", one));
        });
  }

  private static void put(ObjectNode root, String where, Map.Entry<String, JsonNode> one) {
    root.withObject(where).set(one.getKey(), one.getValue().deepCopy());
  }

  /** The same project with its images as they are: nothing is built. */
  public ComposeModel withoutBuilds() {
    return changed(
        root -> root.path("services").forEach(service -> ((ObjectNode) service).remove("build")));
  }

  /**
   * The same project for an engine that knows no interval of its own for the time of a start: what
   * would be checked often then is checked every second all the time.
   */
  public ComposeModel withoutStartIntervals() {
    return changed(
        root -> {
          for (JsonNode service : root.path("services")) {
            if (service.path("healthcheck") instanceof ObjectNode check
                && check.remove("start_interval") != null) {
              check.put("interval", "1s");
            }
          }
        });
  }

  /** The same project with its files at another place; what it has elsewhere stays there. */
  public ComposeModel moved(Path from, Path to) {
    return changed(copy -> move(copy, from.toString(), to.toString()));
  }

  private static void move(JsonNode node, String from, String to) {
    node.properties()
        .forEach(
            entry -> {
              if (entry.getValue().isTextual()) {
                entry.setValue(TextNode.valueOf(moved(entry.getValue().asText(), from, to)));
              } else {
                move(entry.getValue(), from, to);
              }
            });
    if (node.isArray()) {
      node.forEach(one -> move(one, from, to));
    }
  }

  private static String moved(String text, String from, String to) {
    return text.equals(from) || text.startsWith(from + "/")
        ? to + text.substring(from.length())
        : text;
  }

  /** Whether a port of a service's container is published on the host. */
  public boolean publishes(String service, int port) {
    for (JsonNode one : service(service).path("ports")) {
      if (one.path("target").asInt() == port) {
        return true;
      }
    }
    return false;
  }

  /** The same project with other image names. */
  public ComposeModel withImages(UnaryOperator<String> renamed) {
    ObjectNode copy = root.deepCopy();
    for (JsonNode service : copy.path("services")) {
      if (service.has("build")) {
        ((ObjectNode) service).put("image", renamed.apply(image(service)));
      }
    }
    return new ComposeModel(copy);
  }

  /**
   * The same project in which whoever builds an image names it. Where it has no {@code image},
   * Compose makes a name of the project's and the service's; here it is of the service's alone, for
   * each cluster is another project.
   */
  public ComposeModel withImagesNamed() {
    ObjectNode copy = root.deepCopy();
    for (Map.Entry<String, JsonNode> service : copy.path("services").properties()) {
      if (service.getValue().has("build") && image(service.getValue()).isEmpty()) {
        String name = service.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        ((ObjectNode) service.getValue()).put("image", "localhost/built-for/service-" + name);
      }
    }
    return new ComposeModel(copy);
  }

  private static String image(JsonNode service) {
    return service.path("image").asText();
  }

  /** The same project with labels on the images it builds. */
  public ComposeModel withImageLabels(Map<String, String> labels) {
    ObjectNode copy = root.deepCopy();
    for (JsonNode service : copy.path("services")) {
      if (service.has("build")) {
        label((ObjectNode) service.get("build"), labels);
      }
    }
    return new ComposeModel(copy);
  }

  /** The images that the project builds, each with what it is built from. */
  public Map<String, BuildInputs> builtImages() {
    Map<String, BuildInputs> images = new TreeMap<>();
    for (JsonNode service : root.path("services")) {
      BuildContext.of(service)
          .ifPresent(
              build ->
                  images.put(
                      image(service),
                      new BuildInputs(
                          build.directory(), build.dockerfile(), BuildContext.arguments(service))));
    }
    return images;
  }

  /** One service that builds each image: a service of many nodes would build it many times. */
  public String builderOf(String image) {
    return root.path("services").properties().stream()
        .filter(service -> service.getValue().has("build"))
        .filter(service -> image(service.getValue()).equals(image))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** The name that the project gives a service's container; empty if it leaves that to Compose. */
  public String containerName(String service) {
    return service(service).path("container_name").asText("");
  }

  public String image(String service) {
    return image(service(service));
  }

  /** The fixed ports of the host that a service is published on. */
  public List<Integer> hostPorts(String service) {
    List<Integer> ports = new ArrayList<>();
    service(service).path("ports").forEach(port -> ports.add(port.path("published").asInt()));
    return ports;
  }

  /** Which of "expose" and "ports" name a port of a service's container, in this order. */
  public List<String> directives(String service, int port) {
    List<String> directives = new ArrayList<>();
    for (JsonNode exposed : service(service).path("expose")) {
      if (covers(exposed.asText(), port)) {
        directives.add("expose");
      }
    }
    for (JsonNode published : service(service).path("ports")) {
      if (published.path("target").asInt() == port) {
        directives.add("ports");
      }
    }
    return directives.stream().distinct().toList();
  }

  /**
   * @param ports for example {@code 8008}, {@code 8008/tcp} or {@code 8000-8010}
   */
  private static boolean covers(String ports, int port) {
    String[] range = ports.replaceAll("/.*", "").split("-");
    return port >= Integer.parseInt(range[0]) && port <= Integer.parseInt(range[range.length - 1]);
  }

  /**
   * The number of the host that each service is to run on, from {@code node.labels.LABEL == N}; of
   * one that is bound to none there is nothing.
   */
  public Map<String, Integer> hosts(String label) {
    Pattern place = Pattern.compile("node\\.labels\\." + Pattern.quote(label) + "\\s*==\\s*(\\d+)");
    Map<String, Integer> hosts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> service : root.path("services").properties()) {
      for (JsonNode one : service.getValue().at("/deploy/placement/constraints")) {
        Matcher matcher = place.matcher(one.asText());
        if (matcher.matches()) {
          hosts.put(service.getKey(), Integer.valueOf(matcher.group(1)));
        }
      }
    }
    return hosts;
  }

  /** The port of its host that a port of a service's container is published on; empty if none. */
  public OptionalInt hostPort(String service, int port) {
    for (JsonNode published : service(service).path("ports")) {
      if (published.path("target").asInt() == port) {
        return OptionalInt.of(published.path("published").asInt());
      }
    }
    return OptionalInt.empty();
  }

  /** The ports of a service's container that have a fixed one of the host, each with that one. */
  public Map<Integer, Integer> published(String service) {
    Map<Integer, Integer> ports = new TreeMap<>();
    service(service)
        .path("ports")
        .forEach(port -> ports.put(port.path("target").asInt(), port.path("published").asInt()));
    return ports;
  }

  /** The names that the project gives its containers. */
  public List<String> containerNames() {
    return services().map(this::containerName).filter(name -> !name.isEmpty()).toList();
  }

  /** All fixed ports of the host that the project is published on. */
  public List<Integer> hostPorts() {
    return services().flatMap(name -> hostPorts(name).stream()).filter(port -> port > 0).toList();
  }

  /** The services that a service is started after. */
  public Set<String> dependencies(String service) {
    Set<String> names = new TreeSet<>();
    service(service).path("depends_on").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private Stream<String> services() {
    return root.path("services").properties().stream().map(Map.Entry::getKey);
  }

  private JsonNode service(String name) {
    return root.path("services").path(name);
  }

  public String toJson() {
    return root.toPrettyString();
  }

  private static void nameAndLabel(
      ObjectNode model, String kind, String project, Map<String, String> labels) {
    for (Map.Entry<String, JsonNode> entry : model.path(kind).properties()) {
      ObjectNode definition =
          entry.getValue().isObject() ? (ObjectNode) entry.getValue() : JSON.createObjectNode();
      definition.put("name", project + "_" + entry.getKey());
      label(definition, labels);
      entry.setValue(definition);
    }
  }

  private static void label(ObjectNode owner, Map<String, String> labels) {
    ObjectNode target = owner.withObject("/labels");
    labels.forEach(target::put);
  }
}
