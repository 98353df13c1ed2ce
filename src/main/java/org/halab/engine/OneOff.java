package org.halab.engine;

import com.github.dockerjava.api.command.WaitContainerResultCallback;
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
    try (Companion container = start(command)) {
      int exit =
          end.applyAsInt(
              engine
                  .client()
                  .waitContainerCmd(container.id())
                  .exec(new WaitContainerResultCallback()));
      return new CommandResult(exit, engine.output(container.id()));
    }
  }

  /** Starts a command that goes on until it ends, or its container is closed. */
  Companion start(String... command) {
    Companion container = create(command);
    try {
      engine.client().startContainerCmd(container.id()).exec();
      return container;
    } catch (RuntimeException e) {
      container.close();
      throw e;
    }
  }

  private Companion create(String... command) {
    return new Companion(
        engine,
        engine
            .client()
            .createContainerCmd(image)
            .withCmd(command)
            .withLabels(labels)
            .withHostConfig(host)
            .exec()
            .getId());
  }
}
