package org.halab.engine;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Collection;
import java.util.Map;
import org.halab.timing.InParallel;

/** Removes from the engine what its caller names; what is gone already is no error. */
public final class Removal {
  private final Engine engine;

  public Removal(Engine engine) {
    this.engine = engine;
  }

  public void containers(Collection<ListedContainer> containers) {
    InParallel.forEach(
        containers,
        container ->
            gone(
                () ->
                    engine
                        .client()
                        .removeContainerCmd(container.id())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec()));
  }

  public void networksAndVolumes(Map<String, String> labels) {
    engine
        .networks(labels)
        .forEach(network -> gone(() -> engine.client().removeNetworkCmd(network).exec()));
    engine.volumes(labels).forEach(engine::removeVolume);
  }

  /** The images that a project built for itself alone carry the run's label and Compose's. */
  public void imagesBuiltFor(String project) {
    images(Labels.of(RunIdentity.current(), project));
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
