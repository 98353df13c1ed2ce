package org.halab.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.halab.domain.LabException;

/** The repository that the lab's own files come from. */
public final class Checkout {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Checkout() {}

  /**
   * Its commit, and whether files differ from it; empty where there is no repository, or no git.
   */
  public static String commit(Path directory) {
    if (!Files.exists(directory.resolve(".git"))) {
      return "";
    }
    try {
      CommandResult said =
          Command.run(
              List.of("git", "-C", directory.toString(), "describe", "--always", "--dirty"),
              Map.of(),
              PATIENCE,
              line -> {});
      return said.succeeded() ? said.output().strip() : "";
    } catch (LabException e) {
      return "";
    }
  }
}
