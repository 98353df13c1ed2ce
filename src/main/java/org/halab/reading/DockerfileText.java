package org.halab.reading;

import java.util.Optional;
import org.halab.domain.LabException;
import org.halab.stack.BuildContext;
import org.halab.stack.Dockerfile;

/** The Dockerfile of a node's image, where it is the project's own. */
final class DockerfileText {
  private DockerfileText() {}

  static Optional<ProjectText> of(ReadProject project, ReadNode node) {
    return BuildContext.of(node.definition()).flatMap(build -> project.text(build.dockerfile()));
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
