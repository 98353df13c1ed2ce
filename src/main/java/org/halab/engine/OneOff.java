package org.halab.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.HostConfig;
import java.util.Map;
import java.util.function.ToIntFunction;

/** A container that lives for one command, whatever becomes of it. */
final class OneOff {
  private final Engine engine;
  private final String image;
  private final Map<String, String> labels;
  private final HostConfig host;

  /**
   * @param host what it may see of the machine and of other containers
   */
  OneOff(Engine engine, String image, Map<String, String> labels, HostConfig host) {
    this.engine = engine;
    this.image = image;
    this.labels = labels;
    this.host = host;
  }

  /**
   * @param end waits for it, and tells its exit code
   */
  CommandResult run(ToIntFunction<WaitContainerResultCallback> end, String... command) {
    DockerClient client = engine.client();
    String container =
        client
            .createContainerCmd(image)
            .withCmd(command)
            .withLabels(labels)
            .withHostConfig(host)
            .exec()
            .getId();
    try {
      client.startContainerCmd(container).exec();
      int exit =
          end.applyAsInt(
              client.waitContainerCmd(container).exec(new WaitContainerResultCallback()));
      return new CommandResult(exit, engine.output(container));
    } finally {
      try {
        client.removeContainerCmd(container).withForce(true).exec();
      } catch (NotFoundException | ConflictException e) {
        // It is gone, or somebody else removes it: as wanted.
      }
    }
  }
}
