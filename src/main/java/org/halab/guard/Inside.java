package org.halab.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The project's directory, and what really lies in it: whatever links say. */
final class Inside {
  private final Path directory;
  private final Path real;

  /**
   * @throws IOException if the directory cannot be found
   */
  Inside(Path directory) throws IOException {
    this.directory = directory.toAbsolutePath().normalize();
    this.real = directory.toRealPath();
  }

  /** Whether a path is in the project, or would be if it were there. */
  boolean holds(String path) {
    try {
      return holds(directory.resolve(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  boolean holds(Path path) {
    Path at = directory.resolve(path).normalize();
    while (at != null && !Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
      at = at.getParent();
    }
    try {
      return at != null && at.toRealPath().startsWith(real);
    } catch (IOException e) {
      // A link that leads nowhere: whoever writes to it makes the file out there.
      return false;
    }
  }

  /** A path that it holds, without links where there is something. */
  Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.normalize();
    }
  }

  Path directory() {
    return directory;
  }

  /** As findings name a file: relative to the project where it is in it. */
  String name(Path file) {
    Path absolute = directory.resolve(file).normalize();
    return absolute.startsWith(directory)
        ? directory.relativize(absolute).toString()
        : absolute.toString();
  }
}
