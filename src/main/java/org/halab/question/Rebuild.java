package org.halab.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.halab.changes.UnifiedDiff;
import org.halab.cluster.Cluster;
import org.halab.deploy.Project;
import org.halab.domain.Node;
import org.halab.engine.CommandResult;
import org.halab.engine.Engine;
import org.halab.engine.Image;
import org.halab.message.Message;
import org.halab.stack.Stack;

/**
 * The experiment behind question 2: edit a file of a project, restart the project, and see what
 * became of the image and of the node that runs from it.
 */
public final class Rebuild {
  /** Seconds. Patroni and ZooKeeper stopped together keep each other waiting for all they get. */
  private static final String SHORT_GRACE = "1";

  private static final int NO_CONTEXT = 0;

  private static final String UNEDITED = "clonefrom: false";
  private static final String EDITED = "clonefrom: true";
  private static final Pattern FIRST_COPY = Pattern.compile("(?m)^(COPY|ADD) ");

  /** By what was edited: the first instruction that the edit changes. */
  private static final Map<String, Pattern> FIRST_CHANGED =
      Map.of(
          "postgresN.yml",
          Pattern.compile("^(COPY|ADD) .*\\.ya?ml"),
          "Dockerfile",
          Pattern.compile("^RUN touch /edition"));

  private final Cluster cluster;
  private final Node node;

  /**
   * In the image of an edited Dockerfile; no earlier experiment has left its layer in the cache.
   */
  private final String mark;

  private final Map<Path, String> unedited = new LinkedHashMap<>();
  private boolean built;

  /**
   * @param cluster of a copy of the project; it is edited
   */
  public Rebuild(Cluster cluster) {
    this.cluster = cluster;
    this.node = cluster.nodes().get(0);
    this.mark = "/edition-of-" + cluster;
    Stack copy = cluster.project().stack();
    copy.nodes().forEach(one -> remember(copy.nodeFile(one)));
    remember(dockerfile());
  }

  /**
   * What became of one case.
   *
   * @param edits what was edited, a file each
   * @param build what Compose said of the build, empty if it built nothing
   */
  public record Result(
      String edited,
      String command,
      List<UnifiedDiff> edits,
      String imageBefore,
      String imageAfter,
      LayerReuse reuse,
      boolean nodeHasEdit,
      String build) {

    /**
     * The same image is the same layers. Its id can differ without a change: both nodes say {@code
     * build: .}, Compose labels each build with its service, and the name goes to the last one.
     */
    public String image() {
      return sameLayers() ? "the same" : "new";
    }

    /** The same, where the id is told too. */
    public String imageAndId() {
      return sameLayers() && !imageBefore.equals(imageAfter)
          ? "the same by its layers (another id)"
          : image();
    }

    /** Why what was built has another id, or other layers from some instruction on. */
    public List<Message> why() {
      List<Message> why = new ArrayList<>();
      if (!image().equals(imageAndId())) {
        why.add(Message.of("question.anotherId"));
      }
      if (!build.isEmpty() && FIRST_CHANGED.containsKey(edited)) {
        reuse
            .first(FIRST_CHANGED.get(edited))
            .ifPresent(
                step ->
                    why.add(
                        Message.of("question.madeAnew")
                            .with("instruction", step.instruction())
                            .with("number", step.number())));
      }
      return why;
    }

    public String nodeRunsWith() {
      return nodeHasEdit ? "the edit" : "no edit";
    }

    public String layers() {
      if (build.isEmpty()) {
        return sameLayers() ? "no build" : "changed without a build";
      }
      return edited.equals("nothing") ? reuse.ofAll() : reuse.upTo(FIRST_CHANGED.get(edited));
    }

    private boolean sameLayers() {
      return reuse.before().equals(reuse.after());
    }
  }

  /** Why an engine's builds do not tell what was reused; empty if they do. */
  public static Optional<Message> lacking(Engine engine) {
    return engine.abilities().buildKit()
        ? Optional.empty()
        : Optional.of(Message.of("question.noBuildKit"));
  }

  /** Builds the image for one node's service, and returns what its name leads to then. */
  public static Image buildFor(Project project, Node node) {
    require(project.compose("build", node.service()));
    return project.engine().image(project.image(node)).orElseThrow();
  }

  /** Carries out one case, from the unedited project. */
  public Result carryOut(String edited, String command) {
    startOver();
    Image before = image();
    edit(edited);
    List<UnifiedDiff> edits = edits();
    String build = restart(command);
    built = !build.isEmpty();
    awaitPatroni();
    Image after = image();
    return new Result(
        edited,
        command,
        edits,
        before.id(),
        after.id(),
        new LayerReuse(before.layers(), after.layers(), steps(build)),
        nodeHasEdit(edited),
        build);
  }

  private void startOver() {
    unedited.forEach(Rebuild::write);
    if (built) {
      up("--build");
      awaitPatroni();
      built = false;
    }
  }

  private List<BuildStep> steps(String build) {
    return BuildStep.of(cluster.nodes().stream().map(Node::service).toList(), build);
  }

  private Image image() {
    String name = cluster.access(node).details().image();
    return cluster.project().engine().image(name).orElseThrow();
  }

  private void edit(String what) {
    Stack copy = cluster.project().stack();
    switch (what) {
      case "nothing" -> {}
      case "postgresN.yml" ->
          copy.nodes().forEach(one -> replace(copy.nodeFile(one), UNEDITED, EDITED));
      case "Dockerfile" ->
          write(
              dockerfile(),
              FIRST_COPY
                  .matcher(unedited.get(dockerfile()))
                  .replaceFirst("RUN touch " + mark + "\n$0"));
      default ->
          throw new IllegalArgumentException(
              "'%s' is no file to edit here; known are nothing, postgresN.yml and Dockerfile"
                  .formatted(what));
    }
  }

  /** What stands in the files now that did not before. */
  private List<UnifiedDiff> edits() {
    return unedited.entrySet().stream()
        .map(one -> difference(one.getKey(), one.getValue()))
        .filter(one -> !one.lines().isEmpty())
        .toList();
  }

  private static UnifiedDiff difference(Path file, String unedited) {
    String name = file.getFileName().toString();
    return UnifiedDiff.of(
        name, unedited.lines().toList(), name, read(file).lines().toList(), NO_CONTEXT);
  }

  private String restart(String command) {
    return switch (command) {
      case "restart" -> {
        restartAll();
        yield "";
      }
      case "up -d" -> {
        up();
        yield "";
      }
      case "up -d --build" -> up("--build");
      case "build, then restart" -> {
        String build = require(cluster.project().compose("build"));
        restartAll();
        yield build;
      }
      default ->
          throw new IllegalArgumentException("No way to restart is known by '" + command + "'");
    };
  }

  private String up(String... options) {
    List<String> command = new ArrayList<>(List.of("up", "-d", "-t", SHORT_GRACE));
    command.addAll(List.of(options));
    return require(cluster.project().compose(command.toArray(String[]::new)));
  }

  private void restartAll() {
    require(cluster.project().compose("restart", "-t", SHORT_GRACE));
  }

  /** The node is asked, not its files: Patroni tells its tags, the container shows its own root. */
  private boolean nodeHasEdit(String edited) {
    return edited.equals("Dockerfile")
        ? cluster.access(node).exec("test", "-e", mark).succeeded()
        : cluster.patroni(node).status().path("tags").path("clonefrom").asBoolean();
  }

  private void awaitPatroni() {
    cluster
        .waits()
        .until(
            cluster.deadlines().memberAnswersAfterDcs(),
            Message.of("question.wait.restarted").with("node", node),
            () -> cluster.patroni(node).status().path("patroni").path("name").asText(),
            node.member()::equals);
  }

  private static String require(CommandResult result) {
    if (!result.succeeded()) {
      throw new IllegalStateException("Compose failed:\n" + result.lastLines(20));
    }
    return result.output();
  }

  private Path dockerfile() {
    return cluster.project().stack().dockerfile();
  }

  private void remember(Path file) {
    unedited.put(file, read(file));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replace(Path file, String from, String to) {
    String text = unedited.get(file);
    if (!text.contains(from)) {
      throw new IllegalStateException(
          "%s does not contain '%s', which this experiment edits".formatted(file, from));
    }
    write(file, text.replace(from, to));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
