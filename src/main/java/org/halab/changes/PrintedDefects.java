package org.halab.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.halab.message.Message;
import org.halab.stack.YamlSource;

/** What is wrong with the printed files, by their lines. */
public final class PrintedDefects {
  static final String NEVER_READ = "bootstrap.postgresql";
  private static final String SOCKET = "postgresql.parameters.unix_socket_directories";
  private static final String DATA = "postgresql.data_dir";

  private final String file = PatroniChanges.PRINTED.get(0);
  private final List<String> lines;
  private final YamlSource source;

  /**
   * A defect.
   *
   * @param seen what it does
   */
  public record Defect(Message seen, String file, List<Line> lines) {}

  /** A line of a file. */
  public record Line(int number, String text) {}

  public PrintedDefects(LabFiles files) {
    this.lines = files.lines(file);
    this.source = YamlSource.read(files.path(file));
  }

  /** Those that are still in the files. */
  public List<Defect> all() {
    List<Defect> all = new ArrayList<>();
    line(NEVER_READ)
        .ifPresent(
            from ->
                all.add(defect(Message.of("reading.bootstrapPostgresql.seen"), from, endOf(from))));
    line(SOCKET)
        .filter(line -> !lines.get(line - 1).contains("/"))
        .ifPresent(
            line ->
                all.add(
                    new Defect(
                        Message.of("reading.socket.seen"),
                        LabFiles.shown(file),
                        IntStream.of(line(DATA).orElse(line), line)
                            .distinct()
                            .mapToObj(this::line)
                            .toList())));
    return all;
  }

  private Defect defect(Message seen, int from, int to) {
    return new Defect(
        seen, LabFiles.shown(file), IntStream.rangeClosed(from, to).mapToObj(this::line).toList());
  }

  private Optional<Integer> line(String path) {
    return source.line(path.split("\\."));
  }

  private Line line(int number) {
    return new Line(number, lines.get(number - 1));
  }

  /** The last line of a block: before the next one that is indented as little as its key. */
  private int endOf(int key) {
    int indent = indent(lines.get(key - 1));
    int end = key;
    while (end < lines.size() && !lines.get(end).isBlank() && indent(lines.get(end)) > indent) {
      end++;
    }
    return end;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
