package org.halab.changes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.halab.stack.Tree;

/**
 * The lab's own files as a run used them: they are kept beside its report, which can so be written
 * again after they have changed.
 */
public final class LabFiles {
  /** The directory beside a report. */
  public static final String DIRECTORY = "files";

  private static final List<String> PRINTED =
      List.of("Dockerfile", "docker-compose.yml", "postgres0.yml", "postgres1.yml", "haproxy.cfg");
  private static final List<String> VARIANTS = List.of("improved", "etcd");

  private final Path directory;

  private LabFiles(Path directory) {
    this.directory = directory;
  }

  /** Those that a report has kept; none, where its run was of another project. */
  public static LabFiles of(Path report) {
    return new LabFiles(report.resolve(DIRECTORY));
  }

  /** Keeps a project's files beside a report, as far as they are there. */
  public static void keep(Path project, Path report) {
    Path directory = report.resolve(DIRECTORY);
    keepNone(report);
    try {
      for (String file : PRINTED) {
        if (Files.isRegularFile(project.resolve(file))) {
          Files.copy(project.resolve(file), directory.resolve(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    VARIANTS.stream()
        .filter(variant -> Files.isDirectory(project.resolve(variant)))
        .forEach(variant -> Tree.copy(project.resolve(variant), directory.resolve(variant)));
  }

  /** What an empty directory says: the run was of another project, whose files are not shown. */
  public static void keepNone(Path report) {
    Path directory = report.resolve(DIRECTORY);
    Tree.remove(directory);
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a run has said which files it used, if any. */
  public static boolean known(Path report) {
    return Files.isDirectory(report.resolve(DIRECTORY));
  }

  /**
   * @param file below the project's directory
   */
  public boolean has(String file) {
    return Files.isRegularFile(directory.resolve(file));
  }

  Path path(String file) {
    return directory.resolve(file);
  }

  public List<String> lines(String file) {
    try {
      return Files.readAllLines(directory.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a file has otherwise than another. */
  public UnifiedDiff difference(String from, String to) {
    return UnifiedDiff.of(shown(from), lines(from), shown(to), lines(to));
  }

  /** A file as people who have the lab find it. */
  public static String shown(String file) {
    return "docker/" + file;
  }
}
