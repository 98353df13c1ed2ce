package org.halab.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import org.halab.domain.LabException;
import org.halab.stack.Dockerfile;

/** The Dockerfile of a node's image, where it is the project's own. */
final class DockerfileText {
  private DockerfileText() {}

  static Optional<ProjectText> of(ReadProject project, ReadNode node) {
    JsonNode build = node.definition().path("build");
    return build.path("context").isTextual()
        ? project.text(
            Path.of(build.path("context").asText())
                .resolve(build.path("dockerfile").asText("Dockerfile")))
        : Optional.empty();
  }

  /** The image that its last stage stands on; empty if no line names one. */
  static String base(ProjectText file) {
    try {
      return Dockerfile.parse(file.text()).base();
    } catch (LabException e) {
      return "";
    }
  }
}
