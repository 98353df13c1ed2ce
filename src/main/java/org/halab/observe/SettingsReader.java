package org.halab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.halab.deploy.Project;
import org.halab.domain.Settings;
import org.halab.stack.CheckSettings;
import org.halab.stack.Dcs;
import org.halab.stack.HaproxyConfig;
import org.halab.stack.NodeFile;
import org.halab.stack.Proxy;
import org.halab.stack.Stack;

/** The settings that decide how long things take: from the files, or from the running parts. */
public final class SettingsReader {
  private static final String TICK = "ZOOKEEPER_TICK_TIME";
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
    NodeFile file = NodeFile.read(project.stack().nodeFile(project.stack().nodes().get(0)));
    Stack stack = project.stack();
    try {
      String proxy = Files.readString(stack.directory().resolve(stack.proxy().file()));
      return settings(
          name -> file.value("bootstrap.dcs." + name).map(Long::parseLong).orElse(0L),
          stack.dcs() == Dcs.ETCD ? ETCD_TICK : ZOOKEEPER_TICK,
          CheckSettings.parse(stack.proxy(), proxy));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the running cluster lives by. */
  public static Settings live(Project project, PatroniRest patroni) {
    JsonNode config = patroni.config();
    return settings(
        name -> config.path(name).asLong(0),
        tick(project),
        CheckSettings.parse(project.stack().proxy(), proxyConfig(project)));
  }

  /** The configuration that the running HAProxy was given. */
  public static HaproxyConfig haproxy(Project project) {
    return new HaproxyConfig(proxyConfig(project));
  }

  private static String proxyConfig(Project project) {
    Proxy proxy = project.stack().proxy();
    return project.access(proxy.service()).exec("cat", proxy.fileInContainer()).output();
  }

  private static Duration tick(Project project) {
    Dcs dcs = project.stack().dcs();
    if (dcs == Dcs.ETCD) {
      return ETCD_TICK;
    }
    return project
        .access(dcs.services().get(0))
        .details()
        .variable(TICK)
        .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
        .orElse(ZOOKEEPER_TICK);
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
        checks.rise(),
        checks.fall());
  }

  /** Patroni's own defaults stand in for what is not set. */
  private static Duration secondsOr(long value, long otherwise) {
    return Duration.ofSeconds(value > 0 ? value : otherwise);
  }
}
