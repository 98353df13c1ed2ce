package org.halab.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the output of the Maven that started this process goes. */
final class Redirection {
  private static final int GENERATIONS = 3;

  private Redirection() {}

  /** Whether it goes to a file or a pipe, as far as the system tells (Linux does). */
  static boolean ofMaven() {
    Optional<ProcessHandle> ancestor = ProcessHandle.current().parent();
    for (int i = 0; i < GENERATIONS && ancestor.isPresent(); i++) {
      Optional<String> command = ancestor.get().info().command();
      // Between Maven and its fork there may be a shell.
      if (command.filter(one -> one.endsWith("java")).isPresent()) {
        return isRedirected(Path.of("/proc", String.valueOf(ancestor.get().pid()), "fd", "1"));
      }
      ancestor = ancestor.get().parent();
    }
    return false;
  }

  static boolean isRedirected(Path output) {
    try {
      String target = Files.readSymbolicLink(output).toString();
      return !target.startsWith("/dev/pts/")
          && !target.startsWith("/dev/tty")
          && !target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
