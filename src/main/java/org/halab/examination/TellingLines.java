package org.halab.examination;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The few lines of a directory's logs that show what went wrong: a stranger's text. */
final class TellingLines {
  private static final int OF_EACH_LOG = 2;
  private static final int IN_ALL = 5;

  /** In bytes; a container may print without end. */
  private static final int MOST_OF_LOG = 8 * 1024 * 1024;

  /** In characters, which is more than any program of the lab writes in a line. */
  private static final int LONGEST = 2_000;

  private static final int MOST_KINDS = 1_000;
  private static final Pattern TIME = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\S+ ");
  private static final Pattern VARIES = Pattern.compile("[0-9A-F]{8,}|\\d+");

  private TellingLines() {}

  /**
   * Each as {@code DIRECTORY/pg-slave.log:17: text}; of lines that differ in their numbers alone
   * the first. None if there is no such directory.
   *
   * @throws UncheckedIOException if a log cannot be read
   */
  static List<String> first(Path directory, Pattern telling) {
    return in(directory, telling, false);
  }

  /** The same from the end of each log: of lines that differ in their numbers alone the last. */
  static List<String> last(Path directory, Pattern telling) {
    return in(directory, telling, true);
  }

  private static List<String> in(Path directory, Pattern telling, boolean last) {
    List<String> lines = new ArrayList<>();
    for (Path log : logs(directory)) {
      List<String> kinds = kinds(log, telling, last);
      int from = last ? Math.max(0, kinds.size() - OF_EACH_LOG) : 0;
      kinds.stream()
          .skip(from)
          .limit(OF_EACH_LOG)
          .map(line -> directory.getFileName() + "/" + log.getFileName() + ":" + line)
          .forEach(lines::add);
    }
    return lines.subList(0, Math.min(IN_ALL, lines.size()));
  }

  private static List<Path> logs(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(one -> one.toString().endsWith(".log")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line of each kind, as {@code 17: text}, in their order. */
  private static List<String> kinds(Path log, Pattern telling, boolean last) {
    Map<String, String> kinds = new LinkedHashMap<>();
    try (BufferedReader reader = reader(log)) {
      int number = 1;
      for (String line = reader.readLine(); line != null; line = reader.readLine(), number++) {
        String text = TIME.matcher(line).replaceFirst("");
        String begin = text.substring(0, Math.min(LONGEST, text.length()));
        if (telling.matcher(begin).find() && kinds.size() < MOST_KINDS) {
          String kind = VARIES.matcher(begin).replaceAll("#");
          if (last) {
            kinds.remove(kind);
          }
          kinds.putIfAbsent(kind, number + ": " + begin);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(kinds.values());
  }

  private static BufferedReader reader(Path log) throws IOException {
    try (InputStream bytes = Files.newInputStream(log)) {
      return new BufferedReader(
          new InputStreamReader(
              new ByteArrayInputStream(bytes.readNBytes(MOST_OF_LOG)), StandardCharsets.UTF_8));
    }
  }
}
