package org.halab.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The labels by which the lab knows what is its own. It touches nothing without them. */
public final class Labels {
  /** On everything a run creates; the value names the run. See {@link RunIdentity}. */
  public static final String RUN = "org.halab.run";

  /** Compose's own labels of a container. */
  public static final String COMPOSE_PROJECT = "com.docker.compose.project";

  static final String COMPOSE_SERVICE = "com.docker.compose.service";

  /** A swarm's own label of a stack's containers and volumes. */
  public static final String STACK = "com.docker.stack.namespace";

  /** A swarm's own label of a service's containers. */
  private static final String SWARM_SERVICE = "com.docker.swarm.service.name";

  private Labels() {}

  public static Map<String, String> ofRun(RunIdentity run) {
    return Map.of(RUN, run.toString());
  }

  /** Compose's own label of a project's containers, networks and volumes. */
  public static Map<String, String> ofProject(String project) {
    return Map.of(COMPOSE_PROJECT, project);
  }

  /** Of everything that a run makes for one project. */
  public static Map<String, String> of(RunIdentity run, String project) {
    Map<String, String> labels = new HashMap<>(ofRun(run));
    labels.putAll(ofProject(project));
    return labels;
  }

  /** A swarm's own label of all containers of a stack. */
  public static Map<String, String> ofStack(String stack) {
    return Map.of(STACK, stack);
  }

  /** A swarm's own labels of the containers of a service, as its stack file calls it. */
  public static Map<String, String> ofSwarmService(String stack, String service) {
    return Map.of(SWARM_SERVICE, inSwarm(stack, service));
  }

  /** What a swarm calls a service of a stack. */
  public static String inSwarm(String stack, String service) {
    return stack + "_" + service;
  }

  /** The service, as its stack file calls it, that a container is of. */
  public static String serviceIn(String stack, Map<String, String> labels) {
    return labels.getOrDefault(SWARM_SERVICE, "").replaceFirst("^" + stack + "_", "");
  }

  static Map<String, String> ofService(String project, String service) {
    return Map.of(COMPOSE_PROJECT, project, COMPOSE_SERVICE, service);
  }

  /** As the engine's lists take them. */
  static List<String> filter(Map<String, String> labels) {
    return labels.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList();
  }
}
