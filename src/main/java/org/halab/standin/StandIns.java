package org.halab.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.halab.domain.LabException;
import org.halab.finding.Finding;
import org.halab.stack.BuildContext;
import org.halab.stack.ComposeModel;
import org.halab.stack.ContainerFile;
import org.halab.stack.ContainerFiles;
import org.halab.stack.Stack;

/**
 * A project on the lab's images where its own can neither be pulled nor built: its Compose file,
 * its node files and its proxy's are the same, and so is what its Dockerfiles say but for what they
 * install. A service for which the lab has nothing is left out.
 */
public final class StandIns {
  /** By this the stand-in's own start knows whose variables it is given. */
  private static final String STANDS_IN_FOR = "LAB_STANDS_IN_FOR";

  private static final int LONGEST_SCRIPT = 64 * 1024;

  private final ImageSource source;
  private final Function<Part, String> images;
  private final Path lab;
  private final StandInContext contexts;
  private final Map<Path, String> withoutIndex = new ConcurrentHashMap<>();
  private final Map<List<Path>, List<Lack>> lacks = new ConcurrentHashMap<>();

  /**
   * @param images makes the lab's image of a part, and tells its name
   * @param lab the lab's own docker files
   * @param directory for what the stand-ins are built from
   */
  public StandIns(ImageSource source, Function<Part, String> images, Path lab, Path directory) {
    this.source = source;
    this.images = images;
    this.lab = lab.toAbsolutePath().normalize();
    this.contexts = new StandInContext(directory);
  }

  /**
   * The project with what stands in; the same if all its images can be had.
   *
   * @param model what Compose makes of the stack's files
   * @throws LabException if its Dockerfile copies a file that is not there
   */
  public ComposeModel in(ComposeModel model, Stack stack) {
    List<Lack> found = new Lacks(source, lab, withoutIndex).of(model.root(), stack);
    lacks.put(stack.files(), found);
    return found.isEmpty() ? model : model.changed(root -> apply(root, stack, found));
  }

  /**
   * A build of the project failed for want of a package index: the next project gets a stand-in.
   *
   * @param said by the build, in one line
   * @return whether this is new
   */
  public boolean indexMissing(Path dockerfile, String said) {
    return withoutIndex.putIfAbsent(dockerfile, said) == null;
  }

  /** Whether anything stands in for an image of a stack that was asked for. */
  public boolean standIn(Stack stack) {
    return !lacks.getOrDefault(stack.files(), List.of()).isEmpty();
  }

  /** Whether something stands in for the image of a service of a stack that was asked for. */
  public boolean standIn(Stack stack, String service) {
    return lacks.getOrDefault(stack.files(), List.of()).stream()
        .anyMatch(lack -> lack.service().equals(service));
  }

  /** What is to be said of a stack's images; nothing if all could be had. */
  public List<Finding> findings(Stack stack) {
    return new StandInFindings(stack).of(lacks.getOrDefault(stack.files(), List.of()));
  }

  private void apply(ObjectNode root, Stack stack, List<Lack> found) {
    for (Lack lack : found) {
      if (lack.leftOut()) {
        leaveOut(root, lack.service());
      } else {
        standIn(root, stack, lack, lack.part().get());
      }
    }
  }

  private static void leaveOut(ObjectNode root, String name) {
    ((ObjectNode) root.path("services")).remove(name);
    for (JsonNode service : root.path("services")) {
      if (service.path("depends_on") instanceof ObjectNode others) {
        others.remove(name);
      }
    }
  }

  private void standIn(ObjectNode root, Stack stack, Lack lack, Part part) {
    ObjectNode service = (ObjectNode) root.path("services").path(lack.service());
    String own = images.apply(part);
    String asked = Lacks.stages(service).base().orElse(lack.image());
    boolean plain = part != Part.PATRONI && !service.has("build");
    if (plain) {
      service.put("image", own);
    } else {
      Path context = context(root, stack, lack, part, own);
      ObjectNode build = service.putObject("build");
      build.put("context", context.toString()).put("dockerfile", "Dockerfile");
      build.put("network", "none");
      service.put("image", "localhost/stand-in/for-project:" + context.getFileName());
    }
    service.remove(List.of("pull_policy", "platform"));
    if (part == Part.PATRONI) {
      startPatroni(service, lack);
    } else {
      service.withObject("/environment").put(STANDS_IN_FOR, asked);
    }
    if (part == Part.ZOOKEEPER) {
      // It asks what the image brings for that; the lab has a check of its own.
      service.remove("healthcheck");
    }
  }

  /** An image that nobody has here says itself what it starts; with these variables, Patroni. */
  private static void startPatroni(ObjectNode service, Lack lack) {
    if (lack.dockerfile().isEmpty() && empty(service, "command") && empty(service, "entrypoint")) {
      String file = service.path("environment").path("PATRONI_CONFIG_FILE").asText("");
      service.putArray("command").add("patroni");
      if (!file.isEmpty()) {
        service.withArray("command").add(file);
      }
    }
  }

  private static boolean empty(JsonNode service, String key) {
    return service.path(key).isEmpty() && service.path(key).asText("").isEmpty();
  }

  private Path context(ObjectNode root, Stack stack, Lack lack, Part part, String own) {
    JsonNode service = root.path("services").path(lack.service());
    Stages stages = Lacks.stages(service);
    Reference base = Reference.of(stages.base().orElse(lack.image()));
    Optional<BuildContext> build = BuildContext.of(service);
    CarriedOver carried =
        new CarriedOver(
            lack.dockerfile().map(file -> name(stack, file)).orElse(""),
            build.map(BuildContext::directory).orElse(stack.directory()),
            BuildContext.arguments(service));
    if (part == Part.PATRONI) {
      PatroniPlaces.made(
              texts(root, lack),
              base,
              stack.members().stream()
                  .filter(member -> member.node().service().equals(lack.service()))
                  .findFirst()
                  .flatMap(member -> member.settings().text("postgresql.bin_dir")))
          .forEach(carried.layout()::prepare);
    }
    carried.read(stages);
    List<String> head = new ArrayList<>(List.of("FROM " + own, "USER root"));
    if (!part.isOf(base)) {
      // The project's own base starts nothing by itself.
      head.addAll(List.of("ENTRYPOINT []", "CMD []"));
    }
    Map<String, Path> places = new TreeMap<>();
    String text = carried.text(head, part.isOf(base) ? part.user() : "", places);
    return contexts.of(text, places);
  }

  /** Where the places of programs may be named: Dockerfile, commands, and scripts. */
  private static List<String> texts(ObjectNode root, Lack lack) {
    JsonNode service = root.path("services").path(lack.service());
    List<String> texts = new ArrayList<>();
    lack.dockerfile().map(Lacks::text).ifPresent(texts::add);
    texts.add(service.path("build").path("dockerfile_inline").asText(""));
    for (String key : List.of("command", "entrypoint")) {
      service.path(key).forEach(word -> texts.add(word.asText()));
    }
    new ContainerFiles(root, lack.service())
        .all().stream()
            .map(ContainerFile::file)
            .filter(file -> file.toString().endsWith(".sh"))
            .map(StandIns::script)
            .forEach(texts::add);
    return texts;
  }

  private static String script(Path file) {
    String text = Lacks.text(file);
    return text.length() > LONGEST_SCRIPT ? "" : text;
  }

  private static String name(Stack stack, Path file) {
    Path directory = stack.directory().toAbsolutePath().normalize();
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(directory)
        ? directory.relativize(absolute).toString()
        : absolute.toString();
  }
}
