package org.halab.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.message.Message;

/** What an image has beyond what the guide asks for. */
final class ImageDetails implements Rule {
  private static final Pattern COMMAND = Pattern.compile("(?im)^\\s*CMD\\b");

  /** Nothing behind the name: {@code patroni==4.0.6} or {@code "patroni[zookeeper]>=4"} have. */
  private static final Pattern UNPINNED =
      Pattern.compile("[\\s\"']patroni(\\[[^\\]\\s]*\\])?[\"']?(\\s|$)");

  @Override
  public Stream<Finding> read(ReadProject project) {
    Map<String, ProjectText> files = new TreeMap<>();
    project.nodes().stream()
        .flatMap(node -> DockerfileText.of(project, node).stream())
        .forEach(file -> files.put(file.name(), file));
    return files.values().stream().flatMap(ImageDetails::of);
  }

  private static Stream<Finding> of(ProjectText file) {
    Stream.Builder<Finding> findings = Stream.builder();
    if (COMMAND.matcher(file.text()).find()) {
      findings.add(
          Finding.harmless(
              "image-command",
              Set.of(Item.IMAGE),
              List.of(file.place(COMMAND)),
              Message.of("reading.imageCommand.seen")));
    }
    boolean unpinned =
        file.text()
            .replaceAll("\\\\\\R", " ")
            .lines()
            .filter(line -> line.contains("pip") && line.contains("install"))
            .anyMatch(line -> UNPINNED.matcher(line).find());
    if (unpinned) {
      findings.add(
          Finding.harmless(
              "patroni-unpinned",
              Set.of(Item.IMAGE),
              List.of(file.place(Pattern.compile("\\bpatroni\\b"))),
              Message.of("reading.unpinned.seen")));
    }
    return findings.build();
  }
}
