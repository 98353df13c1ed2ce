package org.halab.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** What a {@code .dockerignore} keeps out of a build; a later line wins over an earlier one. */
final class IgnoredFiles {
  private static final long LONGEST = 64 * 1024;

  private final List<Line> lines = new ArrayList<>();

  private record Line(List<PathMatcher> patterns, boolean ignored) {
    boolean matches(Path file) {
      for (int parts = 1; parts <= file.getNameCount(); parts++) {
        Path part = file.subpath(0, parts);
        if (patterns.stream().anyMatch(pattern -> pattern.matches(part))) {
          return true;
        }
      }
      return false;
    }
  }

  private IgnoredFiles(String text) {
    for (String line : text.lines().map(String::strip).toList()) {
      boolean kept = line.startsWith("!");
      String pattern =
          (kept ? line.substring(1).strip() : line)
              .replaceFirst("^(\\./|/)+", "")
              .replaceFirst("/+$", "");
      if (!pattern.isEmpty() && !pattern.startsWith("#")) {
        lines.add(new Line(matchers(pattern), !kept));
      }
    }
  }

  static IgnoredFiles of(Path context) {
    Path file = context.resolve(".dockerignore");
    try {
      return new IgnoredFiles(
          Files.isRegularFile(file) && Files.size(file) <= LONGEST ? Files.readString(file) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** Java's {@code **} is at least one directory, Docker's may be none. */
  private static List<PathMatcher> matchers(String pattern) {
    List<String> all = new ArrayList<>(List.of(pattern));
    if (pattern.startsWith("**/")) {
      all.add(pattern.substring(3));
    }
    try {
      return all.stream()
          .map(one -> FileSystems.getDefault().getPathMatcher("glob:" + one))
          .toList();
    } catch (PatternSyntaxException e) {
      return List.of();
    }
  }

  /**
   * @param file relative to the build's context
   */
  boolean holds(Path file) {
    boolean ignored = false;
    for (Line line : lines) {
      if (line.matches(file)) {
        ignored = line.ignored();
      }
    }
    return ignored;
  }
}
