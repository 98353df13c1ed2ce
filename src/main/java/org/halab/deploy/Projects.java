package org.halab.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.halab.domain.LabException;
import org.halab.engine.Command;
import org.halab.engine.CommandResult;
import org.halab.engine.Engine;
import org.halab.engine.Labels;
import org.halab.engine.RunIdentity;
import org.halab.finding.Finding;
import org.halab.hosts.Hosts;
import org.halab.hosts.HostsAsked;
import org.halab.message.Message;
import org.halab.stack.Compose;
import org.halab.stack.ComposeModel;
import org.halab.stack.Copies;
import org.halab.stack.ResolvedOnce;
import org.halab.stack.Stack;
import org.halab.stack.StackReader;
import org.halab.stack.Stacks;
import org.halab.stack.Tree;
import org.halab.standin.ImageSource;
import org.halab.standin.StandIns;

/** Prepares projects: a name, the Compose file as the lab runs it, and the images it needs. */
public final class Projects {
  private static final String HARNESS = "harness";
  private static final int NAME_DIGITS = 8;

  private final Engine engine;
  private final Path dockerDirectory;
  private final Source source;
  private final Images images;
  private final Path workDirectory;
  private final Addresses addresses;
  private final Stacks stacks;
  private final Supplier<ComposeModel> harness;
  private final Optional<StandIns> standIns;

  /** Under which names and ports of this machine the containers run. */
  public enum Addresses {
    /** No names of their own and free ports: any number of projects run side by side. */
    FREE,
    /** As printed in the Compose file, for people who work beside it: one project at a time. */
    PRINTED
  }

  /**
   * The files of the project under test.
   *
   * @param directory where they are
   * @param compose runs what is made of them
   * @param models what Compose makes of files of that directory
   * @param copies of the directory
   * @param watch over its containers
   * @param trusted whether containers may have the files themselves; otherwise each project gets
   *     its own copy of them, and nothing that runs sees another
   */
  public record Source(
      Path directory,
      Compose compose,
      Function<List<Path>, ComposeModel> models,
      Copies copies,
      Watch watch,
      boolean trusted) {
    /** The lab's own. */
    public static Source own(Engine engine, Path dockerDirectory, Path workDirectory) {
      Compose compose = new Compose(engine, dockerDirectory);
      return new Source(
          dockerDirectory,
          compose,
          new ResolvedOnce(compose::resolve),
          new Copies(dockerDirectory, workDirectory),
          Watch.NOBODY,
          true);
    }
  }

  /** The lab's own, any number side by side. */
  public Projects(
      Engine engine, Path dockerDirectory, Path workDirectory, Consumer<Message> progress) {
    this(
        engine,
        dockerDirectory,
        Source.own(engine, dockerDirectory, workDirectory),
        workDirectory,
        progress,
        Addresses.FREE);
  }

  /**
   * @param dockerDirectory the lab's own docker files
   * @param workDirectory where each project gets a directory of its own
   */
  public Projects(
      Engine engine,
      Path dockerDirectory,
      Source source,
      Path workDirectory,
      Consumer<Message> progress,
      Addresses addresses) {
    this.engine = engine;
    this.dockerDirectory = dockerDirectory;
    this.source = source;
    this.stacks = new Stacks(new StackReader(source.models()), source.directory(), source.copies());
    this.images = new Images(engine, source.compose(), source.copies(), progress);
    this.workDirectory = workDirectory;
    this.addresses = addresses;
    List<Path> file = List.of(dockerDirectory.resolve(HARNESS).resolve("compose.yml"));
    Function<List<Path>, ComposeModel> once = new ResolvedOnce(source.compose()::resolve);
    this.harness = () -> Images.tagged(once.apply(file));
    this.standIns =
        source.trusted() ? Optional.empty() : Optional.of(standIns(dockerDirectory, progress));
  }

  private StandIns standIns(Path dockerDirectory, Consumer<Message> progress) {
    Path directory = workDirectory.resolve("stand-ins").toAbsolutePath();
    Source own = Source.own(engine, dockerDirectory, workDirectory);
    Images lab = new Images(engine, own.compose(), own.copies(), progress);
    StandInImages made = new StandInImages(own.models(), lab, dockerDirectory, directory);
    return new StandIns(
        new ImageSource(image -> engine.image(image).isPresent(), this::pull, progress),
        made::image,
        dockerDirectory,
        directory);
  }

  private CommandResult pull(String image, Duration limit, Consumer<String> onLine) {
    return Command.run(List.of("docker", "pull", image), engine.environment(), limit, onLine);
  }

  /** Whether something stands in for the image of a service of a stack's projects so far. */
  public boolean standIn(Stack stack, String service) {
    return standIns.filter(all -> all.standIn(stack, service)).isPresent();
  }

  /** Why a stack cannot be brought up on this machine, whatever its files are; empty if it can. */
  public Optional<Message> lacking(Stack stack) {
    return stack.onSwarm() ? HostsAsked.lacking(engine) : Optional.empty();
  }

  /** What stands in for images of a stack's projects so far; nothing if all could be had. */
  public List<Finding> standIns(Stack stack) {
    return standIns.map(all -> all.findings(stack)).orElse(List.of());
  }

  /**
   * @throws LabException if projects run under printed names and ports, and one of this stack's is
   *     taken, or the engine is on another machine; the message says by what
   */
  public void requireAddresses(Stack stack) {
    if (addresses == Addresses.PRINTED) {
      if (engine.elsewhere()) {
        throw new LabException(
            Message.of("deploy.printedElsewhere").with("address", engine.address()));
      }
      new PrintedAddresses(engine).requireFree(resolve(stack.files()));
    }
  }

  /** What Compose makes of files; of a stranger's, what was left of it. */
  public ComposeModel resolve(List<Path> files) {
    return source.models().apply(files);
  }

  /** The stacks of the project under test. */
  public Stacks stacks() {
    return stacks;
  }

  /**
   * A project of this stack, its images pulled or built, or what stands in for them; nothing runs
   * yet.
   *
   * @throws LabException if an image of it cannot be built for another reason than that nobody
   *     answers who has what it needs
   */
  public Project prepare(Stack stack) {
    while (true) {
      String name = newName();
      try {
        return prepared(stack, name);
      } catch (NotBuilt e) {
        // Each time another build, of which there are as many as the project has.
        if (!replaced(e, stack, name)) {
          throw e;
        }
      }
    }
  }

  /** Whether there is a stand-in from now on for what could not be built. */
  private boolean replaced(NotBuilt failure, Stack stack, String name) {
    Path copy = source.copies().of(name);
    Path dockerfile = failure.dockerfile();
    Path original =
        dockerfile.startsWith(copy)
            ? stack.directory().resolve(copy.relativize(dockerfile).toString())
            : dockerfile;
    return standIns.isPresent()
        && failure.unanswered().isPresent()
        && standIns.get().indexMissing(original, failure.unanswered().get());
  }

  private ComposeModel withStandIns(Stack stack) {
    ComposeModel printed = resolve(stack.files());
    return standIns.map(all -> all.in(printed, stack)).orElse(printed);
  }

  private Project prepared(Stack stack, String name) {
    ComposeModel own = Images.tagged(withStandIns(stack));
    if (!source.trusted()) {
      own = own.moved(stack.directory(), copied(stack, name));
    }
    Project project = project(name, stack, own.with(harness.get()));
    ComposeModel built = project.model();
    try {
      images.ensure(built, write(name, built));
    } catch (RuntimeException e) {
      project.forgetFiles();
      throw e;
    }
    return project;
  }

  /**
   * A project that builds images of its own from a copy of the stack's files, for experiments with
   * building. The images carry the run's label.
   *
   * <p>The copy's node files end with its name. The build cache may hold the same layers several
   * times (after a build without it, for one), and an image it holds whole brings its own: what is
   * new in the cache is built on the layers that the copy's other images are built on.
   *
   * @throws LabException if images of the project cannot be had, so that there is nothing to build
   */
  public Project prepareCopy(Stack stack) {
    // What the copy builds first is the same: let it find the layers, and not build beside others.
    prepare(stack).forgetFiles();
    if (standIns.filter(all -> all.standIn(stack)).isPresent()) {
      throw new LabException(Message.of("deploy.notBuilt"));
    }
    String name = newName();
    Path files = copied(stack, name);
    Stack copied = stacks.from(stack, files);
    copied.nodes().forEach(node -> append(copied.nodeFile(node), "# " + name + "\n"));
    ComposeModel printed = resolve(stack.files()).moved(stack.directory(), files);
    ComposeModel own =
        printed
            .withImagesNamed()
            .withImages(image -> image + "-" + name)
            .withImageLabels(Labels.ofRun(RunIdentity.current()));
    Placed placed = placed(copied, name, own.with(harness.get().withoutBuilds()));
    write(name, placed.model());
    return project(name, copied, printed, placed);
  }

  private Path copied(Stack stack, String name) {
    Path files = source.copies().of(name);
    Tree.copy(stack.directory(), files);
    return files;
  }

  private Project project(String name, Stack stack, ComposeModel whole) {
    ComposeModel printed = resolve(stack.files());
    if (!stack.onSwarm()) {
      return project(name, stack, printed, placed(stack, name, whole));
    }
    if (!source.trusted()) {
      throw new LabException(Message.of("deploy.noSwarm").with("stack", stack));
    }
    Hosts hosts = HostsAsked.of(name, dockerDirectory, engine);
    Placed placed = new Placed(whole, Map.of());
    return new SwarmProject(name, stack, engine, source, file(name), printed, placed, hosts);
  }

  private Project project(String name, Stack stack, ComposeModel printed, Placed placed) {
    return new Project(name, stack, engine, source, file(name), printed, placed);
  }

  private Placed placed(Stack stack, String name, ComposeModel model) {
    Harness added = new Harness(stack, model);
    ComposeModel here = added.addedTo(model);
    ComposeModel there = engine.elsewhere() ? new CarriedFiles().in(here) : here;
    ComposeModel whole = engine.abilities().startInterval() ? there : there.withoutStartIntervals();
    Map<String, String> labels = Labels.ofRun(RunIdentity.current());
    return new Placed(
        addresses == Addresses.PRINTED
            ? whole.asPrinted(name, labels)
            : whole.sideBySide(name, labels),
        added.relays());
  }

  /** As it runs. */
  record Placed(ComposeModel model, Map<Harness.Target, Integer> relays) {}

  private static void append(Path file, String line) {
    try {
      Files.writeString(file, "\n" + line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private Path file(String name) {
    return workDirectory.resolve(name).resolve("compose.json");
  }

  private Path write(String name, ComposeModel model) {
    Path file = file(name);
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
