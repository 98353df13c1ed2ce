package org.halab.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory with all that is in it. */
public final class Tree {
  private Tree() {}

  /**
   * Copies a directory over another; files that are there already are replaced. Links are copied as
   * links: what they lead to is not looked at.
   */
  public static void copy(Path from, Path to) {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path source : tree.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(target);
        } else {
          Files.copy(
              source,
              target,
              StandardCopyOption.REPLACE_EXISTING,
              StandardCopyOption.COPY_ATTRIBUTES,
              LinkOption.NOFOLLOW_LINKS);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Copying " + from + " to " + to + " failed", e);
    }
  }

  /**
   * Removes a directory with all that is in it; nothing if there is none. Links are removed, not
   * what they lead to.
   *
   * @throws IOException if something of it stays
   */
  public static void removeWhole(Path directory) throws IOException {
    if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> tree = Files.walk(directory)) {
        for (Path one : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }

  /** The same as far as it goes: what containers left there may not be ours. */
  public static void remove(Path directory) {
    try {
      removeWhole(directory);
    } catch (IOException | UncheckedIOException e) {
      // It is in the run's own work directory, where the next 'mvn clean' finds it.
    }
  }
}
