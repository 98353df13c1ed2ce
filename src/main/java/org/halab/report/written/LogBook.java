package org.halab.report.written;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.domain.LogLine;

/** The full logs of a run's clusters: a directory for each, a file for each service. */
final class LogBook {
  private static final Pattern QUOTED =
      Pattern.compile("(?<cluster>[\\w-]+)/(?<service>[\\w.-]+)\\.log:(?<line>\\d+): ");

  private final Path directory;
  private final Map<Path, List<LogLine>> read = new ConcurrentHashMap<>();

  LogBook(Path directory) {
    this.directory = directory;
  }

  /** A log from its first line to its last; empty if it was not kept. */
  List<LogLine> log(String cluster, String service) {
    Path file = directory.resolve(cluster).resolve(service + ".log");
    return Files.isRegularFile(file)
        ? read.computeIfAbsent(file, one -> parse(one, service))
        : List.of();
  }

  /**
   * Where a line of a log is shown that is quoted as {@code DIRECTORY/SERVICE.log:17: text}; empty
   * if it is none.
   */
  Optional<String> address(String quoted) {
    Matcher matcher = QUOTED.matcher(quoted);
    return matcher.lookingAt()
            && services(matcher.group("cluster")).contains(matcher.group("service"))
        ? Optional.of(
            LogPages.address(matcher.group("cluster"), matcher.group("service"))
                + "#L"
                + matcher.group("line"))
        : Optional.empty();
  }

  List<String> clusters() {
    return names(directory);
  }

  List<String> services(String cluster) {
    return cluster.isEmpty()
        ? List.of()
        : names(directory.resolve(cluster)).stream()
            .filter(name -> name.endsWith(".log"))
            .map(name -> name.substring(0, name.length() - ".log".length()))
            .toList();
  }

  private static List<String> names(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<LogLine> parse(Path file, String service) {
    List<LogLine> lines = new ArrayList<>();
    Instant last = Instant.EPOCH;
    try {
      for (String raw : Files.readString(file).lines().toList()) {
        int space = raw.indexOf(' ');
        String text = raw;
        try {
          last = Instant.parse(raw.substring(0, Math.max(0, space)));
          text = raw.substring(space + 1);
        } catch (DateTimeParseException e) {
          // a line without a time belongs to the moment of the one before it
        }
        lines.add(new LogLine(last, service, text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
