package org.halab.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.domain.LabException;
import org.halab.message.Message;

/** Finds what stands at the entrypoint: services whose configuration leads to the nodes. */
final class EntrypointReader {
  private static final long LARGEST = 1 << 20;

  private final JsonNode root;
  private final LabBlock told;
  private final List<PatroniNode> nodes;

  EntrypointReader(JsonNode root, LabBlock told, List<PatroniNode> nodes) {
    this.root = root;
    this.told = told;
    this.nodes = nodes;
  }

  /** Those that are to lead to the leader; one that asks for replicas by its check is none. */
  List<EntrypointPlan> read(DcsServers dcs) {
    List<EntrypointPlan> found = new ArrayList<>();
    root.path("services")
        .fieldNames()
        .forEachRemaining(
            service -> {
              boolean other = nodes.stream().noneMatch(n -> n.node().service().equals(service));
              if (other && !dcs.services().contains(service)) {
                found.addAll(of(service));
              }
            });
    return found;
  }

  private List<EntrypointPlan> of(String service) {
    Optional<LabBlock.Said> said = told.entrypoint(service);
    List<ContainerFile> files =
        said.map(one -> List.of(new ContainerFile(one.config(), "")))
            .orElseGet(() -> new ContainerFiles(root, service).all());
    List<EntrypointPlan> plans = new ArrayList<>();
    for (ContainerFile file : files) {
      String text = text(file);
      Optional<Proxy> proxy = said.map(LabBlock.Said::proxy).or(() -> kind(text));
      proxy.ifPresent(kind -> plans.addAll(plans(service, file, kind, text, said)));
    }
    return plans;
  }

  /** What kind of configuration a text is; nginx's words are few of HAProxy's, too. */
  private static Optional<Proxy> kind(String text) {
    if (NginxConfig.likely(text)) {
      return Optional.of(Proxy.NGINX);
    }
    return HaproxyConfig.likely(text) ? Optional.of(Proxy.HAPROXY) : Optional.empty();
  }

  private List<EntrypointPlan> plans(
      String service, ContainerFile file, Proxy proxy, String text, Optional<LabBlock.Said> said) {
    List<Entry> entries =
        proxy == Proxy.HAPROXY
            ? new HaproxyConfig(text).entries()
            : new NginxConfig(text).entries();
    List<EntrypointPlan> plans = new ArrayList<>();
    for (Entry entry : entries) {
      Map<String, String> behind = nodesBehind(entry);
      boolean meant =
          said.isEmpty()
              || said.get().port().isEmpty()
              || said.get().port().getAsInt() == entry.port();
      if (!behind.isEmpty() && !entry.forReplicas() && meant) {
        plans.add(
            new EntrypointPlan(
                service,
                proxy,
                file,
                entry.name(),
                entry.port(),
                said.isPresent() && said.get().statistics().isPresent()
                    ? said.get().statistics()
                    : entry.statisticsPort(),
                entry.statisticsPath(),
                behind));
      }
    }
    return plans;
  }

  private Map<String, String> nodesBehind(Entry entry) {
    Map<String, String> behind = new LinkedHashMap<>();
    entry
        .servers()
        .forEach(
            (server, address) -> {
              String host = address.replaceFirst(":\\d+$", "");
              nodes.stream()
                  .filter(node -> node.hosts().contains(host))
                  .filter(node -> address.equals(host + ":" + node.settings().postgresPort()))
                  .findFirst()
                  .ifPresent(node -> behind.put(server, node.node().service()));
            });
    return behind;
  }

  private static String text(ContainerFile file) {
    try {
      return Files.isRegularFile(file.file()) && Files.size(file.file()) <= LARGEST
          ? Files.readString(file.file())
          : "";
    } catch (CharacterCodingException e) {
      return ""; // a program, or the like
    } catch (IOException e) {
      throw new LabException(
          Message.of("stack.unread").with("file", file.file()).with("reason", e.getMessage()), e);
    }
  }
}
