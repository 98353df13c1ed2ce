package org.halab.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.util.Map;

/** A container that lives for one command in the network of another, and may change that. */
final class NetworkHelper {
  private final Engine engine;
  private final String image;
  private final Map<String, String> labels;

  NetworkHelper(Engine engine, String image, Map<String, String> labels) {
    this.engine = engine;
    this.image = image;
    this.labels = labels;
  }

  CommandResult run(String container, String... command) {
    DockerClient client = engine.client();
    String helper =
        client
            .createContainerCmd(image)
            .withCmd(command)
            .withLabels(labels)
            .withHostConfig(
                HostConfig.newHostConfig()
                    .withNetworkMode("container:" + container)
                    .withCapAdd(Capability.NET_ADMIN))
            .exec()
            .getId();
    try {
      client.startContainerCmd(helper).exec();
      Integer exit =
          client.waitContainerCmd(helper).exec(new WaitContainerResultCallback()).awaitStatusCode();
      return new CommandResult(exit, engine.output(helper));
    } finally {
      try {
        client.removeContainerCmd(helper).withForce(true).exec();
      } catch (NotFoundException e) {
        // as wanted
      }
    }
  }
}
