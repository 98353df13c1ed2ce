package org.halab.hosts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.halab.engine.Command;
import org.halab.engine.Engine;
import org.halab.message.Message;

/** What this machine must have so that hosts can be started on it. */
public final class OwnHostsNeeds {
  private static final List<String> COMMANDS =
      List.of("bash", "ip", "nsenter", "unshare", "setsid", "iptables", "dockerd");
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private OwnHostsNeeds() {}

  /** Why hosts cannot be started here; empty if they can. */
  public static Optional<Message> lacking(Engine engine) {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux") || !root()) {
      return Optional.of(Message.of("hosts.notRoot"));
    }
    List<String> missing = COMMANDS.stream().filter(one -> !onPath(one)).toList();
    if (!missing.isEmpty()) {
      return Optional.of(Message.of("hosts.noCommands").with("commands", missing));
    }
    if (engine.elsewhere()
        || !engine.address().startsWith("unix://")
        || !Files.isDirectory(engine.directory())) {
      return Optional.of(Message.of("hosts.engineElsewhere").with("address", engine.address()));
    }
    return mayMakeNamespaces() ? Optional.empty() : Optional.of(Message.of("hosts.notAllowed"));
  }

  private static boolean root() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean onPath(String command) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
  }

  /** A container's root, for one, may not. */
  private static boolean mayMakeNamespaces() {
    return Command.run(
            List.of("unshare", "--mount", "--uts", "--net", "--pid", "--fork", "true"),
            Map.of(),
            LIMIT,
            line -> {})
        .succeeded();
  }
}
