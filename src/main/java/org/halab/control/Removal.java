package org.halab.control;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.halab.stack.Engine;

/** Removes from the engine what its caller names; what is gone already is no error. */
final class Removal {
  private final Engine engine;

  Removal(Engine engine) {
    this.engine = engine;
  }

  void containers(Collection<Container> containers) {
    containers.parallelStream()
        .forEach(
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

  void networksAndVolumes(Map<String, String> labels) {
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

  /** The images a project built for itself alone have its name at the end of their tags. */
  void imagesEndingWith(String suffix) {
    engine.client().listImagesCmd().exec().stream()
        .map(image -> image.getRepoTags())
        .filter(Objects::nonNull)
        .flatMap(Arrays::stream)
        .filter(tag -> tag.endsWith(suffix))
        .forEach(tag -> gone(() -> engine.client().removeImageCmd(tag).withForce(true).exec()));
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
