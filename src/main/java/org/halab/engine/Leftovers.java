package org.halab.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What runs that were killed have left on the engine. */
public final class Leftovers {
  private final Engine engine;

  public Leftovers(Engine engine) {
    this.engine = engine;
  }

  /**
   * Removes what ended runs left, and nothing of a run that may still be alive.
   *
   * @return the runs whose leftovers were removed
   */
  public List<RunIdentity> clear() {
    List<RunIdentity> cleared = new ArrayList<>();
    for (RunIdentity run : runs()) {
      if (run.ended()) {
        remove(run);
        cleared.add(run);
      }
    }
    return cleared;
  }

  private void remove(RunIdentity run) {
    Map<String, String> labels = Labels.ofRun(run);
    Removal removal = new Removal(engine);
    removal.containers(engine.containers(labels));
    removal.networksAndVolumes(labels);
    removal.images(labels);
  }

  private Set<RunIdentity> runs() {
    List<String> filter = List.of(Labels.RUN);
    Stream<Map<String, String>> containers =
        engine.containersWith(filter).stream().map(container -> container.labels());
    Stream<Map<String, String>> networks =
        engine.client().listNetworksCmd().withFilter("label", filter).exec().stream()
            .map(network -> network.getLabels());
    Stream<Map<String, String>> volumes =
        engine.client().listVolumesCmd().withFilter("label", filter).exec().getVolumes().stream()
            .map(volume -> volume.getLabels());
    Stream<Map<String, String>> images =
        engine.client().listImagesCmd().withLabelFilter(Labels.RUN).exec().stream()
            .map(image -> image.getLabels());
    return Stream.of(containers, networks, volumes, images)
        .flatMap(labels -> labels)
        .filter(Objects::nonNull)
        .map(labels -> labels.get(Labels.RUN))
        .filter(Objects::nonNull)
        .flatMap(label -> RunIdentity.parse(label).stream())
        .collect(
            Collectors.toCollection(
                () -> new TreeSet<>(Comparator.comparing(RunIdentity::toString))));
  }
}
