package org.halab.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.halab.domain.LabException;
import org.halab.finding.Finding;
import org.halab.finding.Severity;
import org.halab.message.Message;
import org.halab.stack.ComposeModel;

/** Whether a stranger's project may be started as it stands: nothing of it is taken out here. */
public final class Gate {
  private Gate() {}

  /**
   * @param directory of the project
   * @param files the Compose file and those on top of it
   * @param lab the lab's own images, which any project may have built
   * @param compose resolves them; asked only if they are {@link Readable}
   * @throws LabException if Compose may not read them, or if they ask for what reaches this machine
   *     or other containers; the message has each reason with its place
   */
  public static void require(
      Path directory, List<Path> files, Path lab, Function<List<Path>, ComposeModel> compose) {
    refuse(Readable.refusals(directory, files));
    ComposeModel asked =
        compose
            .apply(files)
            .changed(root -> root.path("services").forEach(service -> passOwn(service, lab)));
    refuse(
        Tamed.of(asked, directory, files).findings().stream()
            .filter(finding -> finding.severity() != Severity.HARMLESS)
            .toList());
  }

  private static void passOwn(JsonNode service, Path lab) {
    JsonNode build = service.path("build");
    boolean plain = build.size() == 2 && build.path("dockerfile").asText().equals("Dockerfile");
    if (plain && Path.of(build.path("context").asText()).normalize().startsWith(lab)) {
      ((ObjectNode) service).remove("build");
    }
  }

  private static void refuse(List<Finding> reasons) {
    if (!reasons.isEmpty()) {
      throw new LabException(
          Message.of("guard.refused")
              .with("reasons", reasons.stream().map(Gate::told).collect(Collectors.joining("\n"))));
    }
  }

  /** What a stranger wrote must not steer the terminal. */
  private static String told(Finding reason) {
    return "%s: %s"
        .formatted(String.join(", ", reason.places()), reason.seen())
        .replaceAll("\\p{Cntrl}", " ");
  }
}
