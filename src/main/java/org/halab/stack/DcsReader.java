package org.halab.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.domain.LabException;
import org.halab.message.Message;

/**
 * Finds what keeps the leader key: the DCS that the nodes are given, and the services that serve
 * it.
 */
final class DcsReader {
  /** Patroni takes the first that is configured, in the order of these names. */
  private static final List<String> KINDS =
      List.of("consul", "etcd", "etcd3", "exhibitor", "kubernetes", "raft", "zookeeper");

  private static final Map<String, Dcs> SUPPORTED =
      Map.of("etcd", Dcs.ETCD, "etcd3", Dcs.ETCD, "zookeeper", Dcs.ZOOKEEPER);
  private static final Map<Dcs, Integer> PORTS = Map.of(Dcs.ZOOKEEPER, 2181, Dcs.ETCD, 2379);
  private static final Pattern HOST = Pattern.compile("(?:\\w+://)?([^:/]+)(?::(\\d+))?.*");

  private final JsonNode root;
  private final ComposeSource source;
  private final LabBlock told;

  DcsReader(JsonNode root, ComposeSource source, LabBlock told) {
    this.root = root;
    this.source = source;
    this.told = told;
  }

  /**
   * @throws LabException if it is of a kind that is not supported, or no service serves it
   */
  DcsServers read(PatroniNode node) {
    PatroniSettings settings = node.settings();
    return told.dcs(settings.leaderKey()).orElseGet(() -> read(node, section(node)));
  }

  private String section(PatroniNode node) {
    String section =
        KINDS.stream()
            .filter(node.settings().keys("")::contains)
            .findFirst()
            .orElseThrow(
                () ->
                    new LabException(
                        Message.of("stack.noDcs")
                            .with("file", file(node))
                            .with(
                                "example",
                                "x-lab: {dcs: {kind: zookeeper, members: {SERVICE: 2181}}}")));
    if (!SUPPORTED.containsKey(section)) {
      throw new LabException(
          Message.of("stack.dcsUnknown").with("place", place(node, section)).with("dcs", section));
    }
    return section;
  }

  private DcsServers read(PatroniNode node, String section) {
    Dcs kind = SUPPORTED.get(section);
    List<String> hosts = new ArrayList<>();
    for (String setting : List.of("hosts", "host", "url")) {
      hosts.addAll(node.settings().list(section + "." + setting));
    }
    if (hosts.isEmpty()) {
      throw new LabException(Message.of("stack.noHost").with("place", place(node, section)));
    }
    List<DcsMember> members =
        hosts.stream().map(host -> member(node, section, kind, host)).toList();
    return new DcsServers(kind, members, node.settings().leaderKey());
  }

  private DcsMember member(PatroniNode node, String section, Dcs kind, String host) {
    Matcher address = HOST.matcher(host);
    String name = address.matches() ? address.group(1) : host;
    String service =
        root.path("services").properties().stream()
            .filter(one -> HostNames.of(one.getKey(), one.getValue()).contains(name))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(
                () ->
                    new LabException(
                        Message.of("stack.noDcsService")
                            .with("place", place(node, section))
                            .with("dcs", kind)
                            .with("host", host)
                            .with("compose", source.place())));
    return new DcsMember(
        service,
        address.matches() && address.group(2) != null
            ? Integer.parseInt(address.group(2))
            : PORTS.get(kind));
  }

  private static String place(PatroniNode node, String section) {
    return node.files().stream()
        .map(file -> YamlSource.read(file.file()))
        .filter(file -> file.line(section).isPresent())
        .reduce((earlier, later) -> later)
        .map(file -> file.place(section))
        .orElse(file(node));
  }

  private static String file(PatroniNode node) {
    return node.files().isEmpty()
        ? "The environment of " + node.node().service()
        : node.files().get(0).file().toString();
  }
}
