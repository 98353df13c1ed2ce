package org.halab.guard;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The plain files of a repository, as far as a person would look for a project in it: not in hidden
 * directories, not in what a package manager fetched, and not through symbolic links.
 */
final class RepositoryFiles {
  private static final int LEVELS = 5;
  private static final int MOST = 20_000;
  private static final Set<String> FETCHED = Set.of("node_modules", "venv", "__pycache__");

  private final Set<Path> files = new TreeSet<>();
  private int seen;

  private RepositoryFiles() {}

  /**
   * @throws IOException if the directory itself cannot be read
   */
  static RepositoryFiles of(Path directory) throws IOException {
    RepositoryFiles all = new RepositoryFiles();
    Files.walkFileTree(
        directory, EnumSet.noneOf(FileVisitOption.class), LEVELS, all.new Visitor(directory));
    return all;
  }

  /** Those with one of these names, in the order of their paths. */
  List<Path> named(List<String> names) {
    return files.stream().filter(one -> names.contains(one.getFileName().toString())).toList();
  }

  /** Those whose name ends so, in any case. */
  List<Path> ending(String... ends) {
    return files.stream()
        .filter(
            one ->
                Stream.of(ends)
                    .anyMatch(one.getFileName().toString().toLowerCase(Locale.ROOT)::endsWith))
        .toList();
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Path start;

    Visitor(Path start) {
      this.start = start;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      String name = directory.getFileName() == null ? "" : directory.getFileName().toString();
      return !directory.equals(start) && (name.startsWith(".") || FETCHED.contains(name))
          ? FileVisitResult.SKIP_SUBTREE
          : counted();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        files.add(file);
      }
      return counted();
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cannotBeRead) throws IOException {
      if (file.equals(start)) {
        throw cannotBeRead;
      }
      return FileVisitResult.CONTINUE;
    }

    private FileVisitResult counted() {
      seen++;
      return seen < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }
  }
}
