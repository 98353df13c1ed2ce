package org.halab.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.halab.engine.Engine;
import org.halab.engine.RunIdentity;

/** What this machine has of hosts that a run started on it, also of runs that were killed. */
public final class HostsLeftovers {
  private final Path dockerDirectory;
  private final Engine engine;

  public HostsLeftovers(Path dockerDirectory, Engine engine) {
    this.dockerDirectory = dockerDirectory;
    this.engine = engine;
  }

  /**
   * Ends and removes the hosts of runs that have ended, and none of a run that may still be alive.
   *
   * @return the names of those that were removed
   */
  public List<String> clear() {
    List<String> cleared = new ArrayList<>();
    for (String name : names()) {
      if (ended(name)) {
        new HostsScript(dockerDirectory, engine, name).clear();
        cleared.add(name);
      }
    }
    return cleared;
  }

  /** All that this machine has of the hosts of a name now, a line each; none if nothing. */
  public List<String> of(String name) {
    return new HostsScript(dockerDirectory, engine, name).list();
  }

  private List<String> names() {
    Path disks = HostsScript.disks(engine);
    if (!Files.isDirectory(disks)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(disks)) {
      return all.map(one -> one.getFileName().toString())
          .filter(name -> name.startsWith("halab-"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean ended(String name) {
    Path signature = HostsScript.disks(engine).resolve(name).resolve(OwnHosts.RUN);
    try {
      Optional<RunIdentity> run = RunIdentity.parse(Files.readString(signature).strip());
      return run.filter(RunIdentity::ended).isPresent();
    } catch (IOException e) {
      return false;
    }
  }
}
