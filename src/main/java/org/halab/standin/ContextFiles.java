package org.halab.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The plain files of a build's context that a COPY may take. */
final class ContextFiles {
  private static final int MOST_FILES = 1000;
  private static final int DEPTH = 8;

  private final Path context;
  private final Path real;
  private final IgnoredFiles ignored;

  ContextFiles(Path context) {
    this.context = context;
    this.ignored = IgnoredFiles.of(context);
    try {
      this.real = context.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(context + " cannot be read", e);
    }
  }

  /**
   * What a source of COPY names: files and directories, each below the context.
   *
   * @return empty if there is none
   */
  List<Path> named(String source) {
    String plain = source.replaceFirst("^(\\./|/)+", "");
    try {
      if (!plain.matches(".*[*?\\[].*")) {
        Path path = context.resolve(plain).normalize();
        return usable(path) ? List.of(path) : List.of();
      }
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + plain);
      try (Stream<Path> tree = Files.walk(context, DEPTH)) {
        return tree.filter(path -> matcher.matches(context.relativize(path)))
            .filter(this::usable)
            .limit(MOST_FILES)
            .sorted()
            .toList();
      }
    } catch (InvalidPathException | PatternSyntaxException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(context + " cannot be read", e);
    }
  }

  /** The files below one of its directories. */
  List<Path> below(Path directory) {
    try (Stream<Path> tree = Files.walk(directory, DEPTH)) {
      return tree.filter(path -> Files.isRegularFile(path) && usable(path))
          .limit(MOST_FILES)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be read", e);
    }
  }

  /** A link may lead out of the context, where nothing is read. */
  private boolean usable(Path path) {
    try {
      return path.startsWith(context)
          && Files.exists(path)
          && path.toRealPath().startsWith(real)
          && (path.equals(context) || !ignored.holds(context.relativize(path)));
    } catch (IOException e) {
      return false;
    }
  }
}
