package org.halab.engine;

import java.util.Map;

/** The labels by which the lab knows what is its own. It touches nothing without them. */
public final class Labels {
  /** On everything a run creates; the value names the run. See {@link RunIdentity}. */
  public static final String RUN = "org.halab.run";

  private Labels() {}

  public static Map<String, String> ofRun(RunIdentity run) {
    return Map.of(RUN, run.toString());
  }

  /** Compose's own label of a project's containers, networks and volumes. */
  public static Map<String, String> ofProject(String project) {
    return Map.of("com.docker.compose.project", project);
  }

  static Map<String, String> ofService(String project, String service) {
    return Map.of("com.docker.compose.project", project, "com.docker.compose.service", service);
  }
}
