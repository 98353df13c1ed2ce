package org.halab.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.message.Message;

/** Who is in a class: a directory for each in one place, or a list of directories in a file. */
final class Roster {
  private static final int NAME = 60;
  private static final int LONGEST_LIST = 1 << 20;

  private final Set<String> taken = new HashSet<>();

  private Roster() {}

  /**
   * @param place a directory, whose directories are projects (hidden ones are none), or a file with
   *     the directory of a project in each line, as seen from where the file is; empty lines and
   *     those that begin with {@code #} are passed over
   * @throws LabException if there is nobody, or if a line names no directory; it says which
   */
  static List<Entrant> at(Path place) {
    try {
      List<Path> projects = Files.isDirectory(place) ? directories(place) : listed(place);
      if (projects.isEmpty()) {
        throw new LabException(Message.of("course.nobody").with("place", place));
      }
      return new Roster().entrants(projects);
    } catch (IOException e) {
      throw new LabException(
          Message.of("course.unreadable")
              .with("place", place)
              .with("reason", e.getClass().getSimpleName()),
          e);
    }
  }

  private static List<Path> directories(Path place) throws IOException {
    try (Stream<Path> all = Files.list(place)) {
      return all.filter(Files::isDirectory)
          .filter(one -> !one.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static List<Path> listed(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_LIST) {
      throw new LabException(Message.of("course.noPlace").with("place", file));
    }
    List<Path> projects = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String name = line.strip().replace("\uFEFF", "");
      if (!name.isEmpty() && !name.startsWith("#")) {
        projects.add(listed(file, number, name));
      }
    }
    return projects;
  }

  private static Path listed(Path file, int line, String name) {
    try {
      Path project = file.resolveSibling(name).normalize();
      if (Files.isDirectory(project)) {
        return project;
      }
    } catch (InvalidPathException e) {
      // No directory has such a name.
    }
    throw new LabException(
        Message.of("course.noDirectory").with("file", file).with("line", line).with("name", name));
  }

  /** Where two directories have the same name, the paths tell their owners apart. */
  private List<Entrant> entrants(List<Path> projects) {
    List<Path> once = projects.stream().distinct().toList();
    Map<String, Long> often =
        once.stream().collect(Collectors.groupingBy(Roster::lastName, Collectors.counting()));
    return once.stream()
        .map(
            project -> {
              String last = lastName(project);
              String name = often.get(last) == 1 ? last : project.toString();
              return new Entrant(name, project, directory(name));
            })
        .toList();
  }

  private static String lastName(Path project) {
    Path name = project.getFileName();
    return name == null ? project.toString() : name.toString();
  }

  /** Another one for each, also where capital letters are the same. */
  private String directory(String name) {
    String safe = name.replaceAll("[^\\p{L}\\p{N}_-]+", "-").replaceAll("^-+|-+$", "");
    String begun = safe.isEmpty() ? "project" : safe.substring(0, Math.min(NAME, safe.length()));
    String free = begun;
    for (int more = 2; !taken.add(free.toLowerCase(Locale.ROOT)); more++) {
      free = begun + "-" + more;
    }
    return free;
  }
}
