package org.halab.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.halab.stack.Stacks;

/**
 * Where a student's project is, if what was handed in is a whole repository: in the directory
 * itself, in the one below it that holds a Compose file, or in the code blocks of a text.
 *
 * @param directory holds a Compose file
 * @param said how it was found; empty if it was where it was looked for
 */
public record ProjectPlace(Path directory, Optional<Message> said) {
  private static final int MOST_NAMED = 10;

  /**
   * Looks into few levels and files, and follows no symbolic link below the directory.
   *
   * @param given the directory that was pointed at
   * @param written where the files are written to that stand in a text alone: a directory that is
   *     emptied first
   * @throws LabException if there is no project, or which one is meant cannot be told; the message
   *     says what was found and how to point at one
   */
  public static ProjectPlace in(Path given, Path written) {
    if (!Files.isDirectory(given)) {
      throw new LabException(Message.of("guard.place.noDirectory").with("directory", given));
    }
    if (holdsProject(given)) {
      return new ProjectPlace(given, Optional.empty());
    }
    try {
      RepositoryFiles files = RepositoryFiles.of(given);
      List<Path> below =
          files.named(Stacks.NAMES).stream().map(Path::getParent).distinct().toList();
      if (below.size() == 1) {
        Message said =
            Message.of("guard.place.below").with("directory", given.relativize(below.get(0)));
        return new ProjectPlace(below.get(0), Optional.of(said));
      } else if (below.size() > 1) {
        throw several(given, below);
      }
      return new ProjectText(given, files.ending(".md", ".markdown")).writtenTo(written);
    } catch (IOException e) {
      throw new UncheckedIOException(given + " cannot be looked through", e);
    }
  }

  private static boolean holdsProject(Path directory) {
    return Stacks.NAMES.stream().map(directory::resolve).anyMatch(Files::isRegularFile);
  }

  private static LabException several(Path given, List<Path> below) {
    Stream<String> named = below.stream().limit(MOST_NAMED).map(one -> "  " + told(given, one));
    return new LabException(
        Message.of("guard.place.several")
            .with("directory", given)
            .with("count", below.size())
            .with("found", named.collect(Collectors.joining("\n")))
            .with("example", told(given, below.get(0))));
  }

  private static String told(Path given, Path one) {
    return OneLine.of(given.resolve(one));
  }
}
