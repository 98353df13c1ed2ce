package org.halab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.halab.domain.Settings;
import org.halab.stack.NodeFile;
import org.halab.stack.Project;

/** The settings that decide how long things take: from the files, or from the running parts. */
public final class SettingsReader {
  private static final String HAPROXY_CONFIG = "/usr/local/etc/haproxy/haproxy.cfg";
  private static final String TICK = "ZOOKEEPER_TICK_TIME=";

  private SettingsReader() {}

  /**
   * What the project's files promise, for the time before anything runs.
   *
   * @throws org.halab.stack.LabException if the first node's file cannot be understood
   */
  public static Settings fromFiles(Project project) {
    NodeFile file = NodeFile.read(project.stack().nodeFile(project.stack().nodes().get(0)));
    try {
      String haproxy = Files.readString(project.stack().directory().resolve("haproxy.cfg"));
      return settings(
          name -> file.value("bootstrap.dcs." + name).map(Long::parseLong).orElse(0L),
          2000,
          new HaproxyConfig(haproxy));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the running cluster lives by. */
  public static Settings live(Project project, PatroniRest patroni) {
    JsonNode config = patroni.config();
    String[] environment = project.access(project.stack().dcs()).inspect().getConfig().getEnv();
    long tick =
        Stream.of(environment == null ? new String[0] : environment)
            .filter(variable -> variable.startsWith(TICK))
            .mapToLong(variable -> Long.parseLong(variable.substring(TICK.length())))
            .findFirst()
            .orElse(2000);
    return settings(name -> config.path(name).asLong(0), tick, haproxy(project));
  }

  /** The configuration that the running HAProxy was given. */
  public static HaproxyConfig haproxy(Project project) {
    return new HaproxyConfig(
        project.access(project.stack().entrypoint()).exec("cat", HAPROXY_CONFIG).output());
  }

  private static Settings settings(
      ToLongFunction<String> patroni, long tickMillis, HaproxyConfig haproxy) {
    return new Settings(
        secondsOr(patroni.applyAsLong("ttl"), 30),
        secondsOr(patroni.applyAsLong("loop_wait"), 10),
        secondsOr(patroni.applyAsLong("retry_timeout"), 10),
        Duration.ofMillis(tickMillis),
        haproxy.checkInterval(),
        haproxy.checkTimeout(),
        haproxy.rise(),
        haproxy.fall());
  }

  /** Patroni's own defaults stand in for what is not set. */
  private static Duration secondsOr(long value, long otherwise) {
    return Duration.ofSeconds(value > 0 ? value : otherwise);
  }
}
