package org.halab.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.finding.Finding;
import org.halab.finding.Severity;
import org.halab.message.Message;
import org.halab.stack.ComposeModel;

/**
 * The way in for a stranger's project: it is copied, its files are looked at before Compose reads
 * them, and what Compose makes of them is held within limits. What can do harm is taken out and
 * named. Where it cannot be, the whole project is refused: files that Compose may not read, a
 * project that is too big, too many containers, an image that is built from elsewhere.
 */
public final class Gate {
  private final Path project;
  private final Path copy;
  private final Path lab;
  private final Function<List<Path>, ComposeModel> compose;
  private final List<Finding> ofCopy;
  private final Map<String, List<Finding>> noted = new LinkedHashMap<>();

  private Gate(
      Path project,
      Path copy,
      Path lab,
      Function<List<Path>, ComposeModel> compose,
      List<Finding> ofCopy) {
    this.project = project;
    this.copy = copy;
    this.lab = lab;
    this.compose = compose;
    this.ofCopy = ofCopy;
  }

  /**
   * Copies a project; nothing else of it is looked at.
   *
   * @param project the directory that was handed in
   * @param copy where its copy is to be
   * @param lab the directory of the lab's own images, which any project may have built
   * @param compose resolves files of the copy; asked only if they are {@link Readable}
   * @throws LabException if there is no such directory; the message says so
   */
  public static Gate open(
      Path project, Path copy, Path lab, Function<List<Path>, ComposeModel> compose) {
    Path from = project.toAbsolutePath().normalize();
    if (!Files.isDirectory(from)) {
      throw new LabException(Message.of("guard.place.noDirectory").with("directory", from));
    }
    return new Gate(from, copy, lab, compose, ProjectCopy.copy(from, copy));
  }

  /**
   * What may be started of a project.
   *
   * @param files of the copy: its Compose file, and those on top of it
   * @throws LabException if it is refused; the message has each reason with its place
   */
  public ComposeModel model(List<Path> files) {
    requireWhole();
    refuse(noted(Readable.refusals(copy, files)));
    Map<String, JsonNode> own = new LinkedHashMap<>();
    ComposeModel asked = compose.apply(files).changed(root -> takeLabs(root, own));
    Tamed tamed = Tamed.of(asked, copy, files);
    refuse(noted(tamed.findings()));
    return tamed
        .model()
        .changed(
            root -> {
              // Those whose profiles are not asked for have been left out by Compose.
              root.path("services").forEach(service -> ((ObjectNode) service).remove("profiles"));
              own.forEach(
                  (name, build) -> root.withObject("/services/" + name).set("build", build));
            });
  }

  /** Files on top of others are asked about later, and what is found then has their places too. */
  private synchronized List<Finding> noted(List<Finding> findings) {
    noted.putAll(findings.stream().collect(Collectors.groupingBy(Finding::code)));
    return findings;
  }

  /**
   * What was left out, taken out or made smaller of the project, or why it is refused: as far as
   * its files were asked about.
   */
  public synchronized List<Finding> findings() {
    return Stream.concat(ofCopy.stream(), noted.values().stream().flatMap(List::stream)).toList();
  }

  /**
   * @throws LabException if the project is too big, so that the copy is not whole; the message says
   *     so
   */
  public void requireWhole() {
    refuse(ofCopy);
  }

  private void takeLabs(ObjectNode root, Map<String, JsonNode> own) {
    for (Map.Entry<String, JsonNode> service : root.path("services").properties()) {
      labs(service.getValue().path("build"))
          .ifPresent(
              directory -> {
                JsonNode build = ((ObjectNode) service.getValue()).remove("build");
                ((ObjectNode) build).put("context", directory.toString());
                own.put(service.getKey(), build);
              });
    }
  }

  /** Where one of the lab's own images is built; a project may name it by a relative path, too. */
  private Optional<Path> labs(JsonNode build) {
    boolean plain = build.size() == 2 && build.path("dockerfile").asText().equals("Dockerfile");
    if (!plain || !build.path("context").asText().startsWith("/")) {
      return Optional.empty();
    }
    Path directory = Path.of(build.path("context").asText());
    Path fromProject = project.resolve(copy.relativize(directory));
    return Stream.of(directory, fromProject)
        .map(Path::normalize)
        .filter(one -> one.startsWith(lab))
        .findFirst();
  }

  private static void refuse(List<Finding> findings) {
    List<Finding> reasons =
        findings.stream().filter(finding -> finding.severity() == Severity.FATAL).toList();
    if (!reasons.isEmpty()) {
      throw new LabException(
          Message.of("guard.refused")
              .with("reasons", reasons.stream().map(Gate::told).collect(Collectors.joining("\n"))));
    }
  }

  private static String told(Finding reason) {
    return OneLine.of("%s: %s".formatted(String.join(", ", reason.places()), reason.seen()));
  }
}
