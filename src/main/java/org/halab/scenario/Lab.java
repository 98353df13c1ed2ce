package org.halab.scenario;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.halab.cluster.Cluster;
import org.halab.cluster.Health;
import org.halab.deploy.Deployment;
import org.halab.deploy.Project;
import org.halab.deploy.Projects;
import org.halab.deploy.Projects.Addresses;
import org.halab.deploy.Projects.Source;
import org.halab.domain.LabException;
import org.halab.engine.DiskUse;
import org.halab.engine.Engine;
import org.halab.engine.EngineSetup;
import org.halab.engine.Leftovers;
import org.halab.finding.Finding;
import org.halab.guard.DiskWatch;
import org.halab.guard.Gate;
import org.halab.guard.ProjectPlace;
import org.halab.hosts.HostsLeftovers;
import org.halab.message.Message;
import org.halab.options.Options;
import org.halab.options.Outputs;
import org.halab.record.Progress;
import org.halab.record.RunNotes;
import org.halab.stack.Compose;
import org.halab.stack.ComposeModel;
import org.halab.stack.Copies;
import org.halab.stack.ResolvedOnce;
import org.halab.stack.Stack;
import org.halab.stack.Tree;

/**
 * One run of the lab: its engine, and a cluster for each feature that is under way.
 *
 * <p>The scenarios of a feature share its cluster. A thread runs one feature after the other, so
 * when it comes to the next one, the cluster of the last is not needed any more: it is ended, or
 * handed on to a feature that can do with one that has a past.
 */
public final class Lab {
  private static final Path DOCKER = Path.of("docker").toAbsolutePath();
  private static final DiskWatch DISK = new DiskWatch();
  private static Lab current;

  private final Addresses addresses;
  private final Projects projects;
  private final Stack stack;
  private final Map<Place, Cluster> clusters = new ConcurrentHashMap<>();
  private volatile boolean anyScenario;
  private final Map<Hope, String> hopeless = new ConcurrentHashMap<>();
  private final Set<String> proven = ConcurrentHashMap.newKeySet();
  private final Set<Hope> reached = ConcurrentHashMap.newKeySet();
  private final ThreadLocal<Place> place = new ThreadLocal<>();
  private final ReentrantLock findingOut = new ReentrantLock();
  private final Set<Stack> unserved = ConcurrentHashMap.newKeySet();

  /** A feature's cluster of one stack. */
  private record Place(URI feature, Stack stack) {}

  private record Hope(State state, Stack stack) {}

  private Lab(Prepared prepared) {
    this.addresses = addresses();
    this.projects = prepared.projects();
    this.stack = prepared.stack();
  }

  private static Addresses addresses() {
    return Options.ofThisRun().printedAddresses() ? Addresses.PRINTED : Addresses.FREE;
  }

  /** What a run needs before its first scenario; the same for all who ask, a failure too. */
  private record Prepared(
      Engine engine, ProjectPlace place, Projects projects, Optional<Gate> gate) {
    /** What it is read from is read once. */
    Stack stack() {
      gate.ifPresent(Gate::requireWhole);
      return projects.stacks().named(Options.ofThisRun().stack());
    }

    private static boolean withEngine;
    private static Prepared once;
    private static LabException failure;

    static synchronized Prepared get() {
      if (failure != null) {
        throw failure;
      }
      if (once == null) {
        try {
          once = prepare();
        } catch (LabException e) {
          failure = e;
          throw e;
        }
      }
      return once;
    }

    private static Prepared prepare() {
      Engine engine = new EngineSetup(DOCKER, Progress::say).ensure();
      withEngine = true;
      ProjectPlace place = find();
      if (!Options.ofThisRun().foreignProject()) {
        Projects projects = projects(engine, Source.own(engine, DOCKER, Outputs.CLUSTERS));
        return new Prepared(engine, place, projects, Optional.empty());
      }
      Copies copies = new Copies(place.directory(), Outputs.CLUSTERS);
      Path copy = copies.of("project-" + ProcessHandle.current().pid());
      Tree.remove(copy);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Tree.remove(copy), "removes the copy"));
      Compose compose = new Compose(engine, DOCKER).forStranger(copies);
      Gate gate = Gate.open(place.directory(), copy, DOCKER, compose::resolve);
      ResolvedOnce models = new ResolvedOnce(gate::model);
      Projects projects =
          projects(engine, new Source(copy, compose, models, copies, Prepared::watch, false));
      return new Prepared(engine, place, projects, Optional.of(gate));
    }

    private static ProjectPlace find() {
      Path given = Options.ofThisRun().project();
      return Options.ofThisRun().foreignProject()
          ? ProjectPlace.in(given, Outputs.FROM_TEXT)
          : new ProjectPlace(given, Optional.empty());
    }

    private static AutoCloseable watch(Project project) {
      return DISK.over(new DiskUse(project.engine(), project.name(), project.toolsImage()));
    }

    private static Projects projects(Engine engine, Source source) {
      return new Projects(engine, DOCKER, source, Outputs.CLUSTERS, Progress::say, addresses());
    }
  }

  /**
   * The stack that the features run on: the guide's, or the one that {@code lab.stack} names.
   *
   * @throws LabException if there is none of that name
   */
  public static Stack chosen() {
    return Prepared.get().stack();
  }

  /** That of this run. */
  static Engine engine() {
    return Prepared.get().engine();
  }

  /** Whether there is an engine: if a project cannot be tried all the same, it is the project's. */
  public static boolean hasEngine() {
    return Prepared.withEngine;
  }

  /** How the project was found, if it was not where it was looked for. */
  public static Optional<Message> found() {
    return Prepared.get().place().said();
  }

  /** What was left out or taken out of a stranger's project, why it was refused or ended. */
  public static List<Finding> guarded() {
    List<Finding> all = new ArrayList<>();
    Prepared.get().gate().ifPresent(gate -> all.addAll(gate.findings()));
    DISK.findings().stream().limit(1).forEach(all::add);
    return all;
  }

  /** What Compose makes of the chosen stack's files; of a stranger's, what was left of it. */
  public static ComposeModel files() {
    return Prepared.get().projects().resolve(chosen().files());
  }

  /** Where the files of the project under test are read: of a stranger's, those of its copy. */
  public static Path directory() {
    return Prepared.get().projects().stacks().directory();
  }

  /**
   * The files of the project under test, also where they are no stack that can be tried.
   *
   * @throws LabException if there is no Compose file, or if Compose is not to read it
   */
  public static List<Path> ownFiles() {
    return Prepared.get().projects().stacks().files();
  }

  /** What Compose makes of them. */
  public static ComposeModel resolvedOwnFiles() {
    return Prepared.get().projects().resolve(ownFiles());
  }

  /** Whether something stands in for the image of a service of the chosen stack. */
  public static boolean standsIn(String service) {
    return Prepared.get().projects().standIn(chosen(), service);
  }

  /** What stood in for images of the chosen stack; nothing if all could be had, or none ran. */
  public static List<Finding> standIns() {
    return Prepared.get().projects().standIns(chosen());
  }

  /**
   * Makes sure that there is an engine, and clears what killed runs left.
   *
   * @throws org.halab.domain.LabException if no cluster can be started; the message says what to do
   */
  static void open() {
    World.forgetRecords();
    Prepared prepared = Prepared.get();
    prepared.place().said().ifPresent(Progress::say);
    new Leftovers(prepared.engine())
        .clear()
        .forEach(run -> Progress.say(Message.of("scenario.removedLeftovers").with("run", run)));
    leftovers()
        .clear()
        .forEach(name -> Progress.say(Message.of("scenario.removedHosts").with("name", name)));
    Lab lab = new Lab(prepared);
    lab.projects.requireAddresses(lab.stack);
    current = lab;
  }

  static Lab current() {
    if (current == null) {
      throw new IllegalStateException("The lab was not opened");
    }
    return current;
  }

  Stack stack() {
    return stack;
  }

  /** The stack of that name, whichever one the features run on. */
  Stack stack(String name) {
    return projects.stacks().named(name);
  }

  /** The stack that the features run on, with an override on top. */
  Stack variant(String name) {
    return projects.stacks().variant(stack, name);
  }

  /** Why no cluster of a stack can be here, whatever its files are; empty if one can. */
  Optional<Message> lacking(Stack stack) {
    return projects.lacking(stack);
  }

  /**
   * The cluster of a feature; started when the feature first asks for it.
   *
   * @param asked of a running cluster nobody asks for a past of its own, so the one that the last
   *     feature had will do if it runs: to bring one up takes ten processor seconds. What is only
   *     deployed is to be seen as it begins.
   */
  Cluster clusterOf(URI featureFile, Stack stack, State asked) {
    Place place = new Place(featureFile, stack);
    leaveLast(place, asked == State.RUNNING);
    return clusters.computeIfAbsent(place, file -> Cluster.deploy(projects.prepare(stack)));
  }

  boolean hasCluster(URI featureFile, Stack stack) {
    leaveLast(new Place(featureFile, stack));
    return clusters.containsKey(new Place(featureFile, stack));
  }

  /** A cluster from a copy of the project's files; the caller closes it. */
  Cluster deployCopy(URI featureFile) {
    leaveLast(new Place(featureFile, stack));
    if (addresses == Addresses.PRINTED) {
      // The feature's own cluster has the names and ports that the copy is to have.
      discard(new Place(featureFile, stack));
    }
    return Cluster.deploy(projects.prepareCopy(stack));
  }

  /** A further cluster of a stack, made anew; the caller closes it. */
  Cluster deployAnew(URI featureFile, Stack stack) {
    leaveLast(new Place(featureFile, stack));
    discard(new Place(featureFile, stack));
    return Cluster.deploy(projects.prepare(stack));
  }

  /** All that this machine has of the hosts that a run started for a cluster, a line each. */
  List<String> onThisMachine(String cluster) {
    return leftovers().of(cluster);
  }

  /** What a run does before anything else: it removes the hosts that killed runs left. */
  List<String> clearHosts() {
    return leftovers().clear();
  }

  private static HostsLeftovers leftovers() {
    return new HostsLeftovers(DOCKER, Prepared.get().engine());
  }

  /** A project from a copy of the files, not started yet. */
  Project copy(URI featureFile) {
    leaveLast(new Place(featureFile, stack));
    return Deployment.expected(projects.prepareCopy(stack));
  }

  /**
   * Gives up a cluster that cannot be brought to health: the feature's next scenario gets another.
   */
  void discard(URI featureFile, Stack stack) {
    discard(new Place(featureFile, stack));
  }

  private void discard(Place place) {
    Cluster cluster = clusters.remove(place);
    if (cluster != null) {
      end(cluster);
    }
  }

  /** Its logs stay. */
  static void end(Cluster cluster) {
    RunNotes.THIS_RUN.leaves(cluster);
    cluster.close();
  }

  /**
   * Until it is known whether clusters of a project get as far at all, one scenario goes that way
   * and the others wait for it: the first cluster has the machine to itself, and none is started
   * after it that would not get healthy either.
   */
  void oneFindsOut(State state, Stack stack, Runnable way) {
    findingOut.lock();
    boolean known = reached.contains(new Hope(state, stack)) || hopeless(state, stack).isPresent();
    if (known) {
      findingOut.unlock();
    }
    try {
      way.run();
    } finally {
      if (!known) {
        findingOut.unlock();
      }
    }
  }

  /**
   * @throws LabException if a new cluster of this project never got as far before
   */
  void hopeFor(State state, Stack stack) {
    hopeless(state, stack)
        .ifPresent(
            failure -> {
              throw new LabException(
                  Message.of("scenario.notTried")
                      .with("state", state.told())
                      .with("failure", failure));
            });
  }

  /** Why no cluster of this project gets as far; empty if one did, or none has tried. */
  Optional<String> hopeless(State state, Stack stack) {
    return Optional.ofNullable(hopeless.get(new Hope(state, stack)));
  }

  /** Why a cluster on its way to a state will not get there, if another of its project did not. */
  Optional<Message> givenUp(State state, Cluster cluster) {
    return proven(state, cluster)
        ? Optional.empty()
        : Optional.ofNullable(hopeless.get(new Hope(state, cluster.project().stack())))
            .map(failure -> Message.of("scenario.givenUp").with("failure", failure));
  }

  void reached(State state, Cluster cluster) {
    proven.add(state + " " + cluster);
    reached.add(new Hope(state, cluster.project().stack()));
  }

  private boolean proven(State state, Cluster cluster) {
    return proven.contains(state + " " + cluster);
  }

  /**
   * @param cluster empty-handed (null) if it could not even be started
   */
  void failed(State state, Stack stack, Cluster cluster, Throwable failure) {
    // Where one cluster of these files got there, another's failure is its own.
    if (cluster != null && (proven(state, cluster) || reached.contains(new Hope(state, stack)))) {
      return;
    }
    for (State further : State.values()) {
      if (cluster == null || further.compareTo(state) >= 0) {
        hopeless.putIfAbsent(new Hope(further, stack), failure.getMessage());
      }
    }
  }

  private void leaveLast(Place next) {
    leaveLast(next, false);
  }

  private void leaveLast(Place next, boolean anyWillDo) {
    Place last = place.get();
    if (last != null && !last.equals(next)) {
      if (last.stack().equals(next.stack()) && (examines() || anyWillDo && runs(last))) {
        handOn(last, next);
      } else {
        discard(last);
      }
    }
    place.set(next);
  }

  /** What is done to bring a cluster to health is said. */
  static Health health(Cluster cluster) {
    return new Health(
        cluster,
        line ->
            Progress.say(
                Message.of("scenario.progress").with("cluster", cluster).with("line", line)));
  }

  /** What the last feature left broken beyond mending is nothing that the next one must tell of. */
  private boolean runs(Place last) {
    Cluster cluster = clusters.get(last);
    try {
      if (cluster != null) {
        health(cluster).restore();
      }
      return cluster != null;
    } catch (RuntimeException | AssertionError e) {
      return false;
    }
  }

  /** A project that is examined starts anew as seldom as it can: its scenarios ask for no more. */
  private void handOn(Place last, Place next) {
    Cluster cluster = clusters.remove(last);
    if (cluster != null) {
      clusters.put(next, cluster);
    }
  }

  /** Whether the project is a stranger's. */
  static boolean examines() {
    return Options.ofThisRun().foreignProject();
  }

  /** Remembers that the entrypoint of this stack serves nobody while all parts are up. */
  void servesNobody(Stack stack) {
    unserved.add(stack);
  }

  boolean knownToServeNobody(Stack stack) {
    return unserved.contains(stack);
  }

  void scenarioBegins() {
    anyScenario = true;
  }

  /**
   * Takes all clusters down.
   *
   * @throws LabException if no scenario ran: a selection that matches nothing is a mistake, not a
   *     success
   */
  static void close() {
    if (current != null) {
      current.clusters.values().forEach(Lab::end);
      current.clusters.clear();
      if (!current.anyScenario) {
        throw new LabException(Message.of("scenario.noneRun"));
      }
    }
  }
}
