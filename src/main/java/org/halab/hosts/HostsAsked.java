package org.halab.hosts;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.halab.domain.LabException;
import org.halab.engine.Engine;
import org.halab.message.Message;
import org.halab.options.Options;

/** The hosts that a run is to use: those that it was given, or its own. */
public final class HostsAsked {
  private HostsAsked() {}

  /**
   * @param name of the cluster that is to run on them
   * @param dockerDirectory the lab's own docker files
   * @param engine of this machine
   */
  public static Hosts of(String name, Path dockerDirectory, Engine engine) {
    List<String> given = Options.ofThisRun().hosts();
    return given.isEmpty()
        ? new OwnHosts(name, dockerDirectory, engine)
        : new GivenHosts(HostAddress.all(given), engine);
  }

  /**
   * @throws LabException if hosts were given that cannot be understood; the message says which
   */
  public static void require() {
    HostAddress.all(Options.ofThisRun().hosts());
  }

  /** Whether they are somebody's, and not the run's own. */
  public static boolean given() {
    return !Options.ofThisRun().hosts().isEmpty();
  }

  /** Why there are none; empty if there are. */
  public static Optional<Message> lacking(Engine engine) {
    return given() ? Optional.empty() : OwnHostsNeeds.lacking(engine);
  }
}
