package org.halab.engine;

import com.github.dockerjava.api.model.Container;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A container as the engine lists it, stopped ones too.
 *
 * @param names without the slash
 * @param status as {@code docker ps} says it
 * @param hostPorts the ports of the host that it takes
 */
public record ListedContainer(
    String id,
    List<String> names,
    String image,
    String status,
    Map<String, String> labels,
    Set<Integer> hostPorts) {

  static ListedContainer of(Container container) {
    return new ListedContainer(
        container.getId(),
        Stream.of(container.getNames() == null ? new String[0] : container.getNames())
            .map(name -> name.replaceFirst("^/", ""))
            .toList(),
        container.getImage(),
        container.getStatus(),
        container.getLabels() == null ? Map.of() : Map.copyOf(container.getLabels()),
        Arrays.stream(container.getPorts())
            .map(port -> port.getPublicPort())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }
}
