package org.halab.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.message.Message;

/**
 * The block {@code x-lab} of a Compose file: what the lab cannot tell from the other files.
 *
 * <pre>{@code
 * x-lab:
 *   nodes:
 *     db-1: [conf/db-1.yml]             # the files that its Patroni reads
 *   dcs:
 *     kind: zookeeper                   # or etcd
 *     members: {keeper: 2181}
 *   entrypoints:
 *     gate: {config: conf/gate.cfg, proxy: haproxy, port: 5000, statistics: 7000}
 *   laid-on: ha                         # of an override, what it is laid on: see {@link Stacks}
 * }</pre>
 */
final class LabBlock {
  private final JsonNode block;
  private final Path directory;

  LabBlock(JsonNode root, Path directory) {
    this.block = root.path("x-lab");
    this.directory = directory;
  }

  /** The services that it names as nodes. */
  List<String> nodes() {
    return names(block.path("nodes"));
  }

  /** The files that a node's Patroni reads; none if it says nothing of the node. */
  List<ContainerFile> files(String service) {
    List<ContainerFile> files = new ArrayList<>();
    block
        .path("nodes")
        .path(service)
        .forEach(file -> files.add(new ContainerFile(directory.resolve(file.asText()), "")));
    return files;
  }

  /**
   * @throws LabException if it names a kind that the lab does not know
   */
  Optional<DcsServers> dcs(String leaderKey) {
    JsonNode dcs = block.path("dcs");
    if (dcs.isMissingNode()) {
      return Optional.empty();
    }
    List<DcsMember> members =
        dcs.path("members").properties().stream()
            .map(member -> new DcsMember(member.getKey(), member.getValue().asInt()))
            .toList();
    return Optional.of(
        new DcsServers(named(Dcs.values(), dcs.path("kind").asText()), members, leaderKey));
  }

  /** What it says of a way in through a service; the nodes are found by the rest of the files. */
  Optional<Said> entrypoint(String service) {
    JsonNode said = block.path("entrypoints").path(service);
    if (said.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(
        new Said(
            directory.resolve(said.path("config").asText()),
            named(Proxy.values(), said.path("proxy").asText("haproxy")),
            said.has("port") ? OptionalInt.of(said.path("port").asInt()) : OptionalInt.empty(),
            said.has("statistics")
                ? OptionalInt.of(said.path("statistics").asInt())
                : OptionalInt.empty()));
  }

  /** What the block says of an entrypoint. */
  record Said(Path config, Proxy proxy, OptionalInt port, OptionalInt statistics) {}

  private static <T> T named(T[] known, String word) {
    return Stream.of(known)
        .filter(one -> one.toString().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new LabException(
                    Message.of("stack.labUnknown")
                        .with("word", word)
                        .with("known", String.valueOf(List.of(known)))));
  }

  private static List<String> names(JsonNode map) {
    List<String> names = new ArrayList<>();
    map.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
