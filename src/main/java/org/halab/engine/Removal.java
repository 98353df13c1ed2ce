package org.halab.engine;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halab.timing.InParallel;

/** Removes from the engine what its caller names; what is gone already is no error. */
public final class Removal {
  private final Engine engine;

  public Removal(Engine engine) {
    this.engine = engine;
  }

  public void containers(Collection<Container> containers) {
    InParallel.forEach(
        containers,
        container ->
            gone(
                () ->
                    engine
                        .client()
                        .removeContainerCmd(container.getId())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec()));
  }

  public void networksAndVolumes(Map<String, String> labels) {
    List<String> filter =
        labels.entrySet().stream().map(label -> label.getKey() + "=" + label.getValue()).toList();
    engine
        .client()
        .listNetworksCmd()
        .withFilter("label", filter)
        .exec()
        .forEach(network -> gone(() -> engine.client().removeNetworkCmd(network.getId()).exec()));
    engine
        .client()
        .listVolumesCmd()
        .withFilter("label", filter)
        .exec()
        .getVolumes()
        .forEach(volume -> gone(() -> engine.client().removeVolumeCmd(volume.getName()).exec()));
  }

  /** The images that a project built for itself alone carry the run's label and Compose's. */
  public void imagesBuiltFor(String project) {
    Map<String, String> labels = new HashMap<>(Labels.ofRun(RunIdentity.current()));
    labels.putAll(Labels.ofProject(project));
    images(labels);
  }

  void images(Map<String, String> labels) {
    engine
        .client()
        .listImagesCmd()
        .withLabelFilter(labels)
        .exec()
        .forEach(
            image ->
                gone(() -> engine.client().removeImageCmd(image.getId()).withForce(true).exec()));
  }

  private static void gone(Runnable removal) {
    try {
      removal.run();
    } catch (NotFoundException e) {
      // as wanted
    } catch (ConflictException e) {
      if (e.getMessage() == null || !e.getMessage().contains("already in progress")) {
        throw e;
      }
    }
  }
}
