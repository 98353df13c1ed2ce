package org.halab.engine;

import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.HostConfig;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.halab.domain.LogLine;

/**
 * The container of one service of a project, and all that can be done to it. For clients that
 * connect again and again, what restarts change is kept until the engine tells of a start or an
 * end; while it tells nothing, for a moment only.
 */
public class ServiceContainer {
  private static final int MOST_PAUSES = 5;

  private static final String TUNNEL_DEVICES = "/dev/net/tun";

  private static final long KEPT_NANOS = 100_000_000;

  private final Engine engine;
  private final Map<String, String> labels;
  private final String service;
  private volatile String knownId;
  private volatile Inspected lately;
  private final Map<String, ReadFile> files = new ConcurrentHashMap<>();
  private final List<LogLine> ofRemoved = new CopyOnWriteArrayList<>();

  /** Of a Compose project. */
  public ServiceContainer(Engine engine, String project, String service) {
    this(engine, Labels.ofService(project, service), service);
  }

  /**
   * @param labels by which the engine knows it
   */
  protected ServiceContainer(Engine engine, Map<String, String> labels, String service) {
    this.engine = engine;
    this.labels = labels;
    this.service = service;
  }

  /** The service, as the files call it. */
  public String service() {
    return service;
  }

  /**
   * @throws IllegalStateException if no container exists
   */
  public String containerId() {
    String id = knownId;
    if (id == null) {
      id = lookUp();
      knownId = id;
    }
    return id;
  }

  private String lookUp() {
    return all().stream()
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No container of service " + service + " exists"))
        .id();
  }

  /** All that the engine has, the latest first. */
  protected final List<ListedContainer> all() {
    return engine.containers(labels);
  }

  /** What the engine knows of the container now. */
  public ContainerDetails details() {
    return ofContainer(engine::container);
  }

  /** A container that Compose replaced has another id. */
  private <T> T ofContainer(Function<String, T> question) {
    try {
      return question.apply(containerId());
    } catch (NotFoundException e) {
      knownId = null;
      lately = null;
      return question.apply(containerId());
    }
  }

  /** The container's name, as {@code docker logs} takes it. */
  public String containerName() {
    return details().name();
  }

  private void act(Consumer<String> action) {
    ofContainer(
        id -> {
          action.accept(id);
          return null;
        });
  }

  public boolean running() {
    return details().running();
  }

  public boolean paused() {
    return details().paused();
  }

  /** When it was last started, by the engine's clock. */
  public Instant startedAt() {
    return details().startedAt();
  }

  /**
   * Where a published port of the container can be reached from here now; it changes with each
   * start.
   *
   * @throws IllegalStateException if it is not published, or the container does not run
   */
  public InetSocketAddress address(int containerPort) {
    Integer hostPort = lately().publishedPorts().get(containerPort);
    if (hostPort == null) {
      throw new IllegalStateException(
          "Port %d of %s is not published now (is its container running?)"
              .formatted(containerPort, service));
    }
    return engine.reach(hostPort);
  }

  /** What the engine knew of the container since it was last started or ended. */
  public ContainerDetails lately() {
    Inspected last = lately;
    if (last == null || !last.holds(engine)) {
      last = inspected();
      lately = last;
    }
    return last.details();
  }

  /**
   * Changes are counted before the look, so that one in between is not missed. One that does not
   * run may be replaced by another: then any container's start counts.
   */
  private Inspected inspected() {
    String id = containerId();
    OptionalLong ofIt = engine.changesOf(id);
    OptionalLong ofAll = engine.changes();
    ContainerDetails details = details();
    boolean itself = details.running() && details.id().equals(id);
    return new Inspected(details, itself, itself ? ofIt : ofAll, System.nanoTime());
  }

  private record Inspected(
      ContainerDetails details, boolean itself, OptionalLong changes, long at) {
    boolean holds(Engine engine) {
      return changes.isPresent()
          ? changes.equals(itself ? engine.changesOf(details.id()) : engine.changes())
          : System.nanoTime() - at <= KEPT_NANOS;
    }
  }

  /**
   * A file as the container found it when it was started: it is read once for each start.
   *
   * @throws IllegalStateException if it cannot be read
   */
  public String fileAtStart(String path) {
    Instant start = lately().startedAt();
    ReadFile last = files.get(path);
    if (last == null || !last.start().equals(start)) {
      last = new ReadFile(start, output("cat", path));
      files.put(path, last);
    }
    return last.content();
  }

  private record ReadFile(Instant start, String content) {}

  /**
   * Starts the container if it does not run.
   *
   * @return whether it had to be started
   */
  public boolean start() {
    if (running()) {
      return false;
    }
    try {
      act(id -> engine.client().startContainerCmd(id).exec());
    } catch (NotModifiedException e) {
      return false;
    }
    return true;
  }

  /**
   * Stops it as {@code docker stop} does.
   *
   * @param grace how long it has to end in order, in whole seconds
   */
  public void stop(Duration grace) {
    act(id -> engine.client().stopContainerCmd(id).withTimeout((int) grace.toSeconds()).exec());
  }

  /** SIGKILL, without a word to anyone. */
  public void kill() {
    act(id -> engine.client().killContainerCmd(id).exec());
  }

  /**
   * All its processes stand still. On a busy machine the runtime gives up a container that starts
   * processes faster than it can stop them, and lets it go on: then it is tried again.
   */
  public void pause() {
    for (int tries = 1; ; tries++) {
      try {
        act(id -> engine.client().pauseContainerCmd(id).exec());
        return;
      } catch (InternalServerErrorException e) {
        if (tries == MOST_PAUSES || !e.getMessage().contains("unable to freeze")) {
          throw e;
        }
      }
    }
  }

  public void unpause() {
    act(id -> engine.client().unpauseContainerCmd(id).exec());
  }

  /** Stops it with the engine's own grace, and starts it. */
  public void restart() {
    act(id -> engine.client().restartContainerCmd(id).exec());
  }

  /** Removes the container, which must not run, and leaves its volumes; its log is kept. */
  public void remove() {
    act(
        id -> {
          List<LogLine> log = logs(id, Instant.EPOCH);
          engine.client().removeContainerCmd(id).exec();
          ofRemoved.addAll(log);
        });
  }

  /** Does what may put another container in the place of each of these; no log is lost by it. */
  public static <T> T keepingLogs(List<ServiceContainer> containers, Supplier<T> action) {
    Map<ServiceContainer, FollowedLog> followed = new LinkedHashMap<>();
    containers.forEach(
        one ->
            one.all().stream()
                .findFirst()
                .ifPresent(
                    there ->
                        followed.put(one, new FollowedLog(one.engine, there.id(), one.service))));
    try {
      return action.get();
    } finally {
      followed.forEach(
          (one, log) -> log.ifRemoved(one.engine::has).ifPresent(one.ofRemoved::addAll));
    }
  }

  /** What it may have of the machine. */
  public ContainerLimits limits() {
    return new ContainerLimits(engine, this);
  }

  /** Runs a command in the container; the caller judges how it ended. */
  public CommandResult exec(String... command) {
    return ofContainer(id -> engine.exec(id, command));
  }

  /**
   * What a command in the container prints.
   *
   * @throws IllegalStateException if it does not succeed; the message has its last lines
   */
  public String output(String... command) {
    CommandResult result = exec(command);
    if (!result.succeeded()) {
      throw new IllegalStateException(
          "'%s' in %s ended with %d:%n%s"
              .formatted(
                  String.join(" ", command), service, result.exitCode(), result.lastLines(10)));
    }
    return result.output();
  }

  /**
   * Runs a command in the container's network, with the right to change it: what is done there
   * needs nothing in the container itself.
   *
   * @param image that has the command
   * @param labels of the container that runs it, so that it is found if it is left behind
   * @return how it ended; the caller judges
   */
  public CommandResult inNetwork(String image, Map<String, String> labels, String... command) {
    return new OneOff(engine, image, labels, ofNetwork())
        .run(WaitContainerResultCallback::awaitStatusCode, command);
  }

  /**
   * Starts a command of another image in this container's network, with the right to make devices
   * there. It goes on until it is closed.
   *
   * @param image that has the command
   * @param labels of the container that runs it, so that it is found if it is left behind
   */
  public Companion besideInNetwork(String image, Map<String, String> labels, String... command) {
    HostConfig host = ofNetwork().withDevices(new Device("rw", TUNNEL_DEVICES, TUNNEL_DEVICES));
    return new OneOff(engine, image, labels, host).start(command);
  }

  private HostConfig ofNetwork() {
    return HostConfig.newHostConfig()
        .withNetworkMode("container:" + containerId())
        .withCapAdd(Capability.NET_ADMIN);
  }

  /**
   * The log from a moment on; over restarts, and over containers that were removed in our presence.
   */
  public List<LogLine> logs(Instant since) {
    List<LogLine> lines = new ArrayList<>();
    ofRemoved.stream().filter(line -> !line.at().isBefore(since)).forEach(lines::add);
    try {
      lines.addAll(ofContainer(id -> logs(id, since)));
    } catch (IllegalStateException e) {
      if (ofRemoved.isEmpty()) {
        throw e;
      }
    }
    return lines;
  }

  /** The log of one of its containers. */
  protected final List<LogLine> logs(String id, Instant since) {
    return engine.logs(id, service, since);
  }
}
