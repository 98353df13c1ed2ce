package org.halab.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.message.Message;

/**
 * Copies a stranger's project, so that nothing that runs touches what was handed in: plain files
 * only, no link that leaves the project, and no more than a project has.
 */
public final class ProjectCopy {
  /** In bytes. A repository with its screenshots and its report has a few dozen megabytes. */
  private static final long MOST_BYTES = 200L * 1024 * 1024;

  private static final int MOST_FILES = 10_000;

  /** The history of a repository, which no container needs. */
  private static final String HISTORY = ".git";

  private final Path from;
  private final Path to;
  private final Inside project;
  private final long mostBytes;
  private final Refusals refusals = new Refusals();
  private final List<String> leftOut = new ArrayList<>();
  private long bytes;
  private int files;

  private ProjectCopy(Path from, Path to, long mostBytes) throws IOException {
    this.from = from.toRealPath();
    this.to = to;
    this.project = new Inside(this.from);
    this.mostBytes = mostBytes;
  }

  /**
   * What is to be said of it: fatal if the project is too big, and then the copy is not whole;
   * harmless where something was left out.
   *
   * @throws UncheckedIOException if the copy cannot be written
   */
  public static List<Finding> copy(Path from, Path to) {
    return copy(from, to, MOST_BYTES);
  }

  static List<Finding> copy(Path from, Path to, long mostBytes) {
    try {
      ProjectCopy copy = new ProjectCopy(from, to, mostBytes);
      Files.walkFileTree(copy.from, copy.new Visitor());
      return copy.findings();
    } catch (IOException e) {
      throw new UncheckedIOException("The copy of " + from + " cannot be made", e);
    }
  }

  private List<Finding> findings() {
    Stream<Finding> links =
        leftOut.isEmpty()
            ? Stream.of()
            : Stream.of(
                Finding.harmless(
                    "files-left-out",
                    Set.<Item>of(),
                    leftOut,
                    Message.of("guard.leftOut").with("files", leftOut)));
    return Stream.concat(refusals.found().stream(), links).toList();
  }

  /** Follows no link to a directory: that is what the walk does unless it is told to. */
  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      if (directory.endsWith(HISTORY) || directory.equals(to.toAbsolutePath().normalize())) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      Files.createDirectories(target(directory));
      return counted(directory, 0);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      FileVisitResult result = counted(file, attributes.size());
      if (result == FileVisitResult.TERMINATE) {
        return result;
      }
      if (attributes.isRegularFile() && Files.isReadable(file)) {
        Files.copy(file, target(file), StandardCopyOption.COPY_ATTRIBUTES);
      } else if (attributes.isSymbolicLink() && staysInCopy(file)) {
        Files.copy(file, target(file), LinkOption.NOFOLLOW_LINKS);
      } else {
        leftOut.add(project.name(file));
      }
      return result;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cannotBeRead) {
      leftOut.add(project.name(file));
      return FileVisitResult.CONTINUE;
    }
  }

  /** A link by an absolute path would lead from the copy back to the project. */
  private boolean staysInCopy(Path link) throws IOException {
    return !Files.readSymbolicLink(link).isAbsolute() && project.holds(link);
  }

  private FileVisitResult counted(Path file, long size) {
    files++;
    bytes += size;
    if (files <= MOST_FILES && bytes <= mostBytes) {
      return FileVisitResult.CONTINUE;
    }
    refusals.exceeds(
        project.name(file),
        Message.of("guard.bigProject")
            .with("files", MOST_FILES)
            .with("megabytes", mostBytes >> 20));
    return FileVisitResult.TERMINATE;
  }

  private Path target(Path source) {
    return to.resolve(from.relativize(source).toString());
  }
}
