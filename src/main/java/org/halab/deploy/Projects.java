package org.halab.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.halab.domain.LabException;
import org.halab.engine.Engine;
import org.halab.engine.Labels;
import org.halab.engine.RunIdentity;
import org.halab.message.Message;
import org.halab.stack.Compose;
import org.halab.stack.ComposeModel;
import org.halab.stack.Stack;
import org.halab.stack.StackReader;
import org.halab.stack.Stacks;
import org.halab.stack.Tree;

/** Prepares projects: a name, the Compose file as the lab runs it, and the images it needs. */
public final class Projects {
  private static final String HARNESS = "harness";
  private static final int NAME_DIGITS = 8;

  private final Engine engine;
  private final Compose compose;
  private final Images images;
  private final Path dockerDirectory;
  private final Path workDirectory;
  private final Addresses addresses;
  private final Stacks stacks;

  /** Under which names and ports of this machine the containers run. */
  public enum Addresses {
    /** No names of their own and free ports: any number of projects run side by side. */
    FREE,
    /** As printed in the Compose file, for people who work beside it: one project at a time. */
    PRINTED
  }

  public Projects(
      Engine engine, Path dockerDirectory, Path workDirectory, Consumer<Message> progress) {
    this(engine, dockerDirectory, dockerDirectory, workDirectory, progress, Addresses.FREE);
  }

  /**
   * @param dockerDirectory the lab's own docker files
   * @param project the directory of the project under test
   * @param workDirectory where each project gets a directory of its own
   */
  public Projects(
      Engine engine,
      Path dockerDirectory,
      Path project,
      Path workDirectory,
      Consumer<Message> progress,
      Addresses addresses) {
    this.engine = engine;
    Compose own = new Compose(engine, dockerDirectory);
    this.compose = project.equals(dockerDirectory) ? own : own.forStranger(project);
    this.stacks = new Stacks(new StackReader(compose), project);
    this.images = new Images(engine, compose, progress);
    this.dockerDirectory = dockerDirectory;
    this.workDirectory = workDirectory;
    this.addresses = addresses;
  }

  /**
   * @throws LabException if projects run under printed names and ports, and one of this stack's is
   *     taken; the message says by what
   */
  public void requireAddresses(Stack stack) {
    if (addresses == Addresses.PRINTED) {
      new PrintedAddresses(engine).requireFree(compose.resolve(stack.files()));
    }
  }

  /** What Compose makes of files, which find nothing of this machine's environment if not ours. */
  public ComposeModel resolve(List<Path> files) {
    return compose.resolve(files);
  }

  /** The stacks of the project under test. */
  public Stacks stacks() {
    return stacks;
  }

  /** A project of this stack, its images built; nothing runs yet. */
  public Project prepare(Stack stack) {
    String name = newName();
    Placed placed = placed(stack, name);
    ComposeModel model = Images.tagged(placed.model());
    Path file = write(name, model);
    images.ensure(model, file);
    return new Project(name, stack, engine, compose, file, placed.relays());
  }

  /**
   * A project that builds images of its own from a copy of the stack's files, for experiments with
   * building. The images carry the run's label.
   *
   * <p>The copy's node files end with its name. The build cache may hold the same layers several
   * times (after a build without it, for one), and an image it holds whole brings its own: what is
   * new in the cache is built on the layers that the copy's other images are built on.
   */
  public Project prepareCopy(Stack stack) {
    // What the copy builds first is the same: let it find the layers, and not build beside others.
    prepare(stack);
    String name = newName();
    Path copy = workDirectory.resolve(name).resolve("files");
    Tree.copy(stack.directory(), copy);
    Stack copied = stacks.from(stack, copy);
    copied.nodes().forEach(node -> append(copied.nodeFile(node), "# " + name + "\n"));
    Placed placed = placed(copied, name, withHarness(stack).moved(stack.directory(), copy));
    ComposeModel model =
        placed
            .model()
            .withImages(image -> image + "-" + name)
            .withImageLabels(Labels.ofRun(RunIdentity.current()));
    return new Project(name, copied, engine, compose, write(name, model), placed.relays());
  }

  private Placed placed(Stack stack, String name) {
    return placed(stack, name, withHarness(stack));
  }

  private ComposeModel withHarness(Stack stack) {
    List<Path> files = new ArrayList<>(stack.files());
    files.add(dockerDirectory.resolve(HARNESS).resolve("compose.yml"));
    return compose.resolve(files);
  }

  private Placed placed(Stack stack, String name, ComposeModel model) {
    Harness harness = new Harness(stack, model);
    ComposeModel whole = harness.addedTo(model);
    Map<String, String> labels = Labels.ofRun(RunIdentity.current());
    return new Placed(
        addresses == Addresses.PRINTED
            ? whole.asPrinted(name, labels)
            : whole.sideBySide(name, labels),
        harness.relays());
  }

  private record Placed(ComposeModel model, Map<Harness.Target, Integer> relays) {}

  private static void append(Path file, String line) {
    try {
      Files.writeString(file, "\n" + line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private Path write(String name, ComposeModel model) {
    Path file = workDirectory.resolve(name).resolve("compose.json");
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, model.toJson());
    } catch (IOException e) {
      throw new UncheckedIOException("The project's Compose file cannot be written", e);
    }
  }

  private static String newName() {
    return "halab-" + UUID.randomUUID().toString().substring(0, NAME_DIGITS);
  }
}
