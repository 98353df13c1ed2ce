package org.halab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.halab.deploy.Project;
import org.halab.domain.Settings;
import org.halab.engine.ServiceContainer;
import org.halab.stack.CheckSettings;
import org.halab.stack.ContainerFile;
import org.halab.stack.Dcs;
import org.halab.stack.DcsServers;
import org.halab.stack.HaproxyConfig;
import org.halab.stack.PatroniSettings;
import org.halab.stack.Stack;

/** The settings that decide how long things take: from the files, or from the running parts. */
public final class SettingsReader {
  /** By the container: it is asked once, for later it may be down. */
  private static final Map<String, Duration> TICKS = new ConcurrentHashMap<>();

  private static final Duration ZOOKEEPER_TICK = Duration.ofSeconds(2);

  /** How often etcd looks for leases that have expired. */
  private static final Duration ETCD_TICK = Duration.ofMillis(500);

  private SettingsReader() {}

  /**
   * What the project's files promise, for the time before anything runs.
   *
   * @throws org.halab.domain.LabException if the first node's file cannot be understood
   */
  public static Settings fromFiles(Project project) {
    Stack stack = project.stack();
    PatroniSettings first = stack.members().get(0).settings();
    return settings(
        name -> first.number("bootstrap.dcs." + name).orElse(0L),
        stack.dcs().kind() == Dcs.ETCD ? ETCD_TICK : ZOOKEEPER_TICK,
        stack.entrypoints().isEmpty()
            ? CheckSettings.NONE
            : stack.entrypoint().checks(text(stack.entrypoint().file().file())));
  }

  /** What the running cluster lives by. */
  public static Settings live(Project project, PatroniRest patroni) {
    JsonNode config = patroni.config();
    return settings(
        name -> config.path(name).asLong(0),
        tick(project),
        project.stack().entrypoints().isEmpty()
            ? CheckSettings.NONE
            : project.stack().entrypoint().checks(proxyConfig(project)));
  }

  /** The configuration that the running HAProxy was given. */
  public static HaproxyConfig haproxy(Project project) {
    return new HaproxyConfig(proxyConfig(project));
  }

  /**
   * What it was started with; where its place in the container is not known, the project's file.
   */
  private static String proxyConfig(Project project) {
    ContainerFile file = project.stack().entrypoint().file();
    if (!file.inContainer().isEmpty()) {
      return project.entrypointContainer().fileAtStart(file.inContainer());
    }
    return text(file.file());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By ZooKeeper's own configuration, whose name is the last word of its command. */
  private static Duration tick(Project project) {
    DcsServers dcs = project.stack().dcs();
    if (dcs.kind() == Dcs.ETCD) {
      return ETCD_TICK;
    }
    ServiceContainer server = project.access(dcs.services().get(0));
    return TICKS.computeIfAbsent(server.containerId(), id -> zookeeperTick(server));
  }

  private static Duration zookeeperTick(ServiceContainer server) {
    String millis = new DcsFiles(server).zookeeper("tickTime");
    return millis.matches("\\d+") ? Duration.ofMillis(Long.parseLong(millis)) : ZOOKEEPER_TICK;
  }

  private static Settings settings(
      ToLongFunction<String> patroni, Duration tick, CheckSettings checks) {
    return new Settings(
        secondsOr(patroni.applyAsLong("ttl"), 30),
        secondsOr(patroni.applyAsLong("loop_wait"), 10),
        secondsOr(patroni.applyAsLong("retry_timeout"), 10),
        tick,
        checks.checkInterval(),
        checks.checkTimeout(),
        checks.checkConnect(),
        checks.rise(),
        checks.fall());
  }

  /** Patroni's own defaults stand in for what is not set. */
  private static Duration secondsOr(long value, long otherwise) {
    return Duration.ofSeconds(value > 0 ? value : otherwise);
  }
}
