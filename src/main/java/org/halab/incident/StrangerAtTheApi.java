package org.halab.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.halab.domain.Node;
import org.halab.message.Message;

/** A container that nobody knows gives orders at port 8008, again and again. */
final class StrangerAtTheApi implements Incident {
  private static final String PARAMETER = "default_transaction_read_only";

  @Override
  public String name() {
    return "stranger-at-8008";
  }

  @Override
  public Happened happen(Plant plant) {
    Node leader = plant.leader();
    String stranger = plant.project().name() + "-housekeeping";
    plant.require(starts(plant, stranger));
    plant.awaitParameter(PARAMETER, "on");
    plant.awaitFailure();
    Order settingTakenBack =
        plant.patronictl(
            leader, "edit-config", plant.scope(), "--force", "--pg", PARAMETER + "=null");
    return new Happened(
        Message.of("incident.stranger.broken").with("container", stranger),
        List.of(
            Message.of("incident.stranger.hint1"),
            Message.of("incident.stranger.hint2").with("parameter", PARAMETER),
            Message.of("incident.stranger.hint3")),
        Message.of("incident.stranger.prevention"),
        List.of(Plant.docker("rm", "-f", stranger), settingTakenBack),
        List.of(settingTakenBack));
  }

  /**
   * In the project's network, where each port of each container is open to all; labelled as ours.
   */
  private static Order starts(Plant plant, String name) {
    String orders =
        plant.cluster().nodes().stream()
            .map(
                node ->
                    "curl -s -X PATCH -d '{\"postgresql\":{\"parameters\":{\"%s\":\"on\"}}}' http://%s:8008/config"
                        .formatted(PARAMETER, node.service()))
            .collect(Collectors.joining("; "));
    List<String> words = new ArrayList<>(List.of("docker", "run", "-d", "--name", name));
    words.addAll(List.of("--network", plant.project().name() + "_default"));
    plant
        .project()
        .labels()
        .forEach((label, value) -> words.addAll(List.of("--label", label + "=" + value)));
    words.add(plant.project().image(plant.leader()));
    words.addAll(List.of("bash", "-c", "while true; do %s; sleep 2; done".formatted(orders)));
    return new Order(words);
  }
}
