package org.halab.scenario;

import io.cucumber.java.Scenario;
import java.io.File;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.halab.cluster.Cluster;
import org.halab.cluster.Health;
import org.halab.cluster.Roles;
import org.halab.deploy.Deployment;
import org.halab.deploy.Project;
import org.halab.domain.LabException;
import org.halab.domain.Node;
import org.halab.engine.Engine;
import org.halab.experiment.Experiment;
import org.halab.experiment.LessonRow;
import org.halab.experiment.ListWork;
import org.halab.fault.NamedFault;
import org.halab.hosts.HostsAsked;
import org.halab.live.Activities;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.options.Options;
import org.halab.options.Outputs;
import org.halab.question.Rebuild;
import org.halab.record.Places;
import org.halab.record.RunNotes;
import org.halab.report.ElleHistory;
import org.halab.report.ExperimentRecord;
import org.halab.report.FailoverStory;
import org.halab.report.GuessStory;
import org.halab.report.model.Experiments;
import org.halab.stack.Stack;
import org.halab.timing.Deadline;
import org.halab.timing.NotInTime;
import org.opentest4j.TestAbortedException;

/**
 * What one scenario has: its cluster, its evidence, its experiment. Cucumber makes one for each.
 */
public final class World {
  /** Of the one scenario whose matter it is that a project's cluster gets healthy. */
  private static final String TELLS_OF_HEALTH = "@finds-cluster-not-healthy";

  /** What is not healthy by then has a cause that a longer wait would not mend. */
  private static final Deadline FIRST_HEALTH =
      new Deadline(
          Message.of("scenario.firstHealth"),
          Duration.ofSeconds(60),
          Message.of("scenario.firstHealth.why"));

  private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
  private Scenario scenario;
  private Evidence evidence;
  private Cluster cluster;
  private Experiment experiment;
  private boolean told;
  private LessonRow lessonRow;
  private Node leaderBefore;

  void begin(Scenario scenario) {
    Lab.current().scenarioBegins();
    this.scenario = scenario;
    this.evidence = new Evidence(scenario);
  }

  public Evidence evidence() {
    return evidence;
  }

  /** The project under test, as it lies on disk. */
  public Stack stack() {
    return Lab.current().stack();
  }

  /**
   * The scenario's cluster.
   *
   * @throws IllegalStateException if no Given asked for one
   */
  public Cluster cluster() {
    if (cluster == null) {
      throw new IllegalStateException(Message.of("scenario.noCluster").toString());
    }
    return cluster;
  }

  /** Whether a Given has asked for a cluster, and got it. */
  public boolean hasCluster() {
    return cluster != null;
  }

  public Roles roles() {
    return new Roles(cluster());
  }

  public Health health() {
    return Lab.health(cluster());
  }

  /** Containers that run, and a leader among the nodes. */
  public void deployed() {
    deployed(stack());
  }

  /** The same, of the stack of that name, whichever one the features run on. */
  public void deployedStack(String name) {
    deployed(Lab.current().stack(name));
  }

  private void deployed(Stack stack) {
    reach(State.DEPLOYED, stack, () -> health().awaitLeader());
  }

  /** A leader, a synchronous standby that streams, an entrypoint that writes. */
  public void running() {
    running(stack());
  }

  /**
   * A leader that the others follow, whatever else the project's files ask for.
   *
   * @throws TestAbortedException if no cluster of the project gets there, which is for one scenario
   *     to tell: what else needs one is not tried, and not wrong
   */
  public void examined() {
    Lab.current().oneFindsOut(State.FOLLOWING, stack(), this::follow);
    leaderBefore = cluster.leader();
  }

  private void follow() {
    Lab.current()
        .hopeless(State.FOLLOWING, stack())
        .ifPresent(
            failure -> {
              throw tellsOfHealth()
                  ? new LabException(Message.text(failure))
                  : new TestAbortedException(Message.of("scenario.notExamined").toString());
            });
    boolean fresh = !Lab.current().hasCluster(scenario.getUri(), stack());
    try {
      reach(
          State.FOLLOWING,
          stack(),
          () ->
              health()
                  .restoreFollowers(fresh ? FIRST_HEALTH : cluster.deadlines().standbyAssigned()));
    } catch (NotInTime e) {
      if (tellsOfHealth()) {
        throw e;
      }
      throw new TestAbortedException(Message.of("scenario.notExamined").toString(), e);
    }
  }

  /** Whichever scenario came first to a cluster that does not get healthy. */
  private boolean tellsOfHealth() {
    return scenario.getSourceTagNames().contains(TELLS_OF_HEALTH);
  }

  /**
   * Clients of an examined cluster are served before anything is done to it.
   *
   * @throws TestAbortedException if they are not, which is for another scenario to tell
   */
  public void served() {
    if (Lab.current().knownToServeNobody(stack())) {
      throw new TestAbortedException(Message.of("scenario.notServed").toString());
    }
    try {
      stack().entrypoint();
      health().awaitServed();
    } catch (LabException | NotInTime e) {
      Lab.current().servesNobody(stack());
      throw new TestAbortedException(Message.of("scenario.notServed").toString(), e);
    }
  }

  /** The same, of a variant of the project. */
  public void running(String variant) {
    running(Lab.current().variant(variant));
  }

  /** The same, of the stack of that name, whichever one the features run on. */
  public void runningStack(String name) {
    running(Lab.current().stack(name));
  }

  private void running(Stack stack) {
    reach(State.RUNNING, stack, () -> health().restore());
    leaderBefore = cluster.leader();
  }

  /** Another cluster of the same stack, in place of one that cannot be helped. */
  public void runningAnew() {
    Stack stack = cluster().project().stack();
    Lab.current().discard(scenario.getUri(), stack);
    running(stack);
  }

  /**
   * A cluster that does not get there is looked into and then given up. If it was new, others of
   * the same project would not get there either: later scenarios are not made to wait for that.
   */
  private void reach(State state, Stack stack, Runnable readiness) {
    Lab lab = Lab.current();
    requirePossible(stack);
    lab.hopeFor(state, stack);
    try {
      take(lab.clusterOf(scenario.getUri(), stack, state));
      cluster.waits().whileThereIsHope(() -> lab.givenUp(state, cluster), readiness);
      lab.reached(state, cluster);
      RunNotes.THIS_RUN.uses(Places.of(scenario.getUri(), scenario.getLine()), cluster);
      RunNotes.THIS_RUN.measuredWith(() -> MeasuredWith.on(cluster));
    } catch (RuntimeException | AssertionError e) {
      lab.failed(state, stack, cluster, e);
      if (cluster != null) {
        evidence.failure(cluster);
        lab.discard(scenario.getUri(), stack);
        take(null);
      }
      throw e;
    }
  }

  private void take(Cluster given) {
    cluster = given;
    Activities.ofThisRun().cluster(given);
  }

  /**
   * @throws TestAbortedException if this machine cannot have the stack, whatever its files are
   */
  private static void requirePossible(Stack stack) {
    Lab.current()
        .lacking(stack)
        .ifPresent(
            reason -> {
              throw new TestAbortedException(reason.toString());
            });
  }

  /**
   * @throws TestAbortedException if this machine cannot break anything in this way
   */
  public void requirePossible(NamedFault fault) throws SQLException {
    fault
        .on(cluster(), experiment().oldLeader())
        .lacking()
        .ifPresent(
            reason -> {
              throw new TestAbortedException(reason.toString());
            });
  }

  /**
   * @param lacking why something cannot be done with an engine; empty if it can
   * @throws TestAbortedException if it cannot with this one
   */
  public void requirePossible(Function<Engine, Optional<Message>> lacking) {
    lacking
        .apply(Lab.engine())
        .ifPresent(
            reason -> {
              throw new TestAbortedException(reason.toString());
            });
  }

  /** The stack of that name. */
  public Stack possible(String name) {
    Stack stack = Lab.current().stack(name);
    requirePossible(stack);
    return stack;
  }

  /**
   * @throws TestAbortedException if the hosts are somebody's: what they have is nobody's here to
   *     list
   */
  public void requireOwnHosts() {
    if (HostsAsked.given()) {
      throw new TestAbortedException(Message.of("scenario.givenHosts").toString());
    }
  }

  /** A new cluster of a stack, for this scenario alone; its containers run, and no more. */
  public void deployedAnew(String name) {
    takeOwn(Lab.current().deployAnew(scenario.getUri(), possible(name)));
  }

  /** One that ends with the scenario. */
  private void takeOwn(Cluster own) {
    toClose.push(() -> Lab.end(own));
    RunNotes.THIS_RUN.has(Places.of(scenario.getUri(), scenario.getLine()), own);
    take(own);
  }

  /** All that this machine has of the hosts that a run started for a cluster, a line each. */
  public List<String> onThisMachine(String name) {
    return Lab.current().onThisMachine(name);
  }

  /** What a run does before anything else: it removes the hosts that killed runs left. */
  public List<String> clearHosts() {
    return Lab.current().clearHosts();
  }

  /** A cluster of a copy of the project, for this scenario alone, to be edited. */
  public Rebuild deployedCopy() {
    takeOwn(Lab.current().deployCopy(scenario.getUri()));
    health().awaitLeader();
    return new Rebuild(cluster);
  }

  /** A copy of the project that is not started; what it builds is removed with the scenario. */
  public Project copy() {
    Project copy = Lab.current().copy(scenario.getUri());
    toClose.push(() -> Deployment.down(copy));
    return copy;
  }

  /** The node that led when the scenario's cluster was given. */
  public Node leaderBefore() {
    return leaderBefore;
  }

  /** The scenario's experiment; its watches begin when it is first asked for. */
  public Experiment experiment() throws SQLException {
    if (experiment == null) {
      experiment = closing(new Experiment(cluster()));
      Activities.ofThisRun().experiment(experiment);
    }
    return experiment;
  }

  /** What happened, in sentences and as the course of events; once, whichever step comes first. */
  public void tell(FailoverStory story) throws SQLException {
    if (!told) {
      told = true;
      List<Message> sentences = new ArrayList<>(story.told());
      if (experiment != null && experiment.concluded()) {
        experiment.clients().verdict().unknown().told().ifPresent(sentences::add);
      }
      evidence.tell(sentences);
      evidence.show(Message.of("scenario.events"), story.table());
    }
  }

  /** Does something when the scenario ends, before its experiment does, also when it failed. */
  public void atEnd(AutoCloseable undo) {
    toClose.push(undo);
  }

  /** Records of earlier runs go, unless this run is one of a series. */
  static void forgetRecords() {
    File[] records = Options.ofThisRun().series() ? null : Outputs.EXPERIMENTS.toFile().listFiles();
    if (records != null) {
      Stream.of(records).forEach(File::delete);
    }
  }

  /** Writes down what the experiment recorded, once it has come to its end. */
  private void keepRecord() throws SQLException {
    if (experiment != null && experiment.concluded()) {
      Experiments.write(record(), Outputs.EXPERIMENTS);
    }
  }

  private org.halab.report.model.Experiment record() throws SQLException {
    return new ExperimentRecord(
            scenarioName(), cluster.project().stack().name(), cluster.settings())
        .named(experiment.named(), experiment.replication())
        .compared(experiment.waysIn())
        .bounded(experiment.bound())
        .returned(experiment.returned())
        .guessed(experiment.guess(), experiment.allowed())
        .of(
            experiment.failover(),
            experiment.clients().verdict(),
            experiment.recording().clockError());
  }

  /** Whether clients work and nothing was broken yet: what comes next can be guessed. */
  public boolean canBeGuessed() {
    return experiment != null && experiment.clientsWork() && experiment.broken().isEmpty();
  }

  /** What was guessed of the fault beside what came of it; empty if that is not known. */
  public Optional<GuessStory> guessed() throws SQLException {
    return experiment != null && experiment.concluded() && experiment.guess().isPresent()
        ? GuessStory.of(record())
        : Optional.empty();
  }

  /**
   * Writes down the transactions over lists, as checkers of others read them; they have ended.
   *
   * @return the file
   */
  public Path keepTransactions(ListWork lists) throws SQLException {
    ExperimentRecord.ScenarioName name = scenarioName();
    List<String> about = new ArrayList<>();
    about.add(name.feature() + ":" + name.line() + " " + name.name());
    about.add("elle-cli --model list-append --consistency-models snapshot-isolation FILE");
    Stream.concat(lists.isolation().told().stream(), lists.unknown().told().stream())
        .forEach(one -> about.add(one.in(Language.ENGLISH)));
    return Experiments.write(
        new ElleHistory(lists.end()).edn(about),
        name.feature(),
        name.line(),
        "edn",
        Outputs.EXPERIMENTS);
  }

  /** An examination's scenarios that only look, and those about their own table, harm nothing. */
  private boolean leavesAsFound() {
    return Lab.examines() && !scenario.getSourceTagNames().contains("@fault");
  }

  private ExperimentRecord.ScenarioName scenarioName() {
    String path = scenario.getUri().getPath();
    return new ExperimentRecord.ScenarioName(
        path.substring(path.lastIndexOf("/features/") + 1), scenario.getLine(), scenario.getName());
  }

  /** The row of a lesson; its table is made when it is first asked for. */
  public LessonRow lessonRow() throws SQLException {
    if (lessonRow == null) {
      lessonRow = new LessonRow(cluster());
    }
    return lessonRow;
  }

  private <T extends AutoCloseable> T closing(T resource) {
    toClose.push(resource);
    return resource;
  }

  /** Everything is closed, whatever fails; the first failure is told. */
  void end() throws Exception {
    Exception failure = null;
    try {
      if (!scenario.isFailed()) {
        keepRecord();
      }
    } catch (Exception e) {
      failure = e;
    }
    while (!toClose.isEmpty()) {
      try {
        toClose.pop().close();
      } catch (Exception | AssertionError e) {
        failure = failure == null ? new IllegalStateException(e) : failure;
      }
    }
    if (cluster != null && (failure != null || scenario.isFailed() && !leavesAsFound())) {
      // What a red scenario leaves behind is nobody's defect: the next one must not pay for it.
      Lab.current().discard(scenario.getUri(), cluster.project().stack());
    }
    if (failure != null) {
      throw failure;
    }
  }
}
