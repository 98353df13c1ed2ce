package org.halab.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.halab.deploy.Project;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.observe.PatroniRest;

/** What a project can still say of itself when something went wrong; every part may be silent. */
public final class Diagnosis {
  private static final int COMPLAINTS = 4;
  private static final int COMPLAINT_LENGTH = 200;

  private final Project project;

  public Diagnosis(Project project) {
    this.project = project;
  }

  /** The last complaints of each container, and where its whole log was written. */
  Message whereToLook() {
    Path logs = project.directory().resolve("logs");
    writeAll(logs);
    String complaints =
        project.stack().services().stream()
            .flatMap(service -> complaints(service).stream())
            .map(line -> "  " + abbreviated(line.toString()))
            .collect(Collectors.joining("\n"));
    return complaints.isEmpty()
        ? Message.of("cluster.logs").with("directory", logs)
        : Message.of("cluster.complaints").with("complaints", complaints).with("directory", logs);
  }

  /** Writes every container's log and state, and what each node's Patroni says, to a directory. */
  public void writeAll(Path directory) {
    writeLogs(directory);
    for (String service : project.stack().services()) {
      write(
          directory.resolve(service + "-state.txt"),
          () -> project.access(service).details().state());
    }
    for (Node node : project.stack().nodes()) {
      PatroniRest patroni = new PatroniRest(() -> project.patroni(node));
      write(
          directory.resolve(node.service() + "-patroni.json"),
          () -> patroni.status().toPrettyString());
      write(
          directory.resolve(node.service() + "-members.txt"),
          () -> patroni.cluster().table().toString());
    }
  }

  /** Writes every container's whole log to a directory, as {@code SERVICE.log}. */
  public void writeLogs(Path directory) {
    for (String service : project.stack().services()) {
      write(
          directory.resolve(service + ".log"),
          () ->
              project.access(service).logs(Instant.EPOCH).stream()
                  .map(line -> line.at() + " " + line.text())
                  .collect(Collectors.joining("\n", "", "\n")));
    }
  }

  private List<LogLine> complaints(String service) {
    try {
      List<LogLine> lines =
          project.access(service).logs(Instant.EPOCH).stream()
              .filter(
                  line ->
                      line.text()
                          .matches(
                              ".*(\\bERROR\\b|\\bFATAL\\b|\\bCRITICAL\\b|\\[ALERT\\]|Exception|Error:).*"))
              .toList();
      // The same complaint comes again and again: one of each kind is enough.
      List<LogLine> distinct = new ArrayList<>();
      for (int i = lines.size() - 1; i >= 0 && distinct.size() < COMPLAINTS; i--) {
        String kind = kind(lines.get(i));
        if (distinct.stream().noneMatch(line -> kind(line).equals(kind))) {
          distinct.add(0, lines.get(i));
        }
      }
      return distinct;
    } catch (RuntimeException e) {
      return List.of(new LogLine(Instant.now(), service, "has no log: " + e.getMessage()));
    }
  }

  private static String kind(LogLine line) {
    return line.text().replaceAll("\\d+", "#");
  }

  private static String abbreviated(String text) {
    return text.length() <= COMPLAINT_LENGTH ? text : text.substring(0, COMPLAINT_LENGTH) + "…";
  }

  private static void write(Path file, Supplier<String> content) {
    String text;
    try {
      text = content.get();
    } catch (Exception e) {
      text = "no answer: " + e + "\n";
    }
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
