package org.halab.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** A node's addresses must be its own, and ones at which others reach it. */
final class Addresses implements Rule {
  private static final String LOCAL = "localhost|127\\..*|::1";
  private static final String ANY = "|0\\.0\\.0\\.0|\\*|::";

  @Override
  public Stream<Finding> read(ReadProject project) {
    return project.nodes().stream()
        .filter(node -> !node.definition().has("extra_hosts"))
        .flatMap(
            node ->
                Stream.of("postgresql", "restapi")
                    .flatMap(
                        section ->
                            Stream.of(
                                    listen(project, node, section), connect(project, node, section))
                                .flatMap(Optional::stream)));
  }

  private static Optional<Finding> connect(ReadProject project, ReadNode node, String section) {
    String setting = section + ".connect_address";
    String address = node.settings().text(setting).orElse("");
    if (address.isEmpty() || address.contains("$")) {
      return Optional.empty();
    }
    String host = host(address);
    if (isForeign(node, host)) {
      return Optional.of(
          owner(project, node, host)
              .map(other -> ofAnother(node, setting, address, other))
              .orElseGet(() -> ofNobody(node, setting, address)));
    }
    int listening =
        section.equals("restapi") ? node.settings().restPort() : node.settings().postgresPort();
    String port = address.substring(host.length()).replaceFirst("^:", "");
    return port.isEmpty() || port.equals(String.valueOf(listening))
        ? Optional.empty()
        : Optional.of(otherPort(node, section, address, listening));
  }

  private static Optional<Finding> listen(ReadProject project, ReadNode node, String section) {
    String setting = section + ".listen";
    String address = node.settings().text(setting).orElse("");
    List<String> hosts = Stream.of(host(address).split(",")).map(String::strip).toList();
    if (address.isEmpty()
        || address.contains("$")
        || hosts.stream().anyMatch(one -> one.matches(ANY) || node.node().hosts().contains(one))) {
      return Optional.empty();
    }
    String host = hosts.get(0);
    if (hosts.stream().allMatch(one -> one.matches(LOCAL))) {
      return Optional.of(ofNobody(node, setting, address));
    }
    return owner(project, node, host).map(other -> ofAnother(node, setting, address, other));
  }

  private static Optional<ReadNode> owner(ReadProject project, ReadNode node, String host) {
    return project.nodes().stream()
        .filter(one -> !one.equals(node) && one.node().hosts().contains(host))
        .findFirst();
  }

  /** A name may have the network's behind it; a container's number is not in the files. */
  private static boolean isForeign(ReadNode node, String host) {
    List<String> own = node.node().hosts();
    boolean number = host.matches("\\d+\\.\\d+\\.\\d+\\.\\d+");
    return !own.contains(host)
        && !own.contains(host.replaceFirst("\\..*", ""))
        && (!number || host.matches(LOCAL) || host.matches(ANY));
  }

  private static String host(String address) {
    return address.replaceFirst(":\\d+$", "").replaceAll("[\\[\\]]", "");
  }

  private static Set<Item> items(String setting) {
    if (setting.endsWith("listen")) {
      return Set.of(Item.NODE_FILES, Item.DEPLOYED);
    }
    return setting.startsWith("restapi")
        ? Set.of(Item.NODE_FILES, Item.LEADER_LOST)
        : Set.of(Item.NODE_FILES, Item.REPLICATED);
  }

  private static Finding ofAnother(ReadNode node, String setting, String address, ReadNode other) {
    List<String> places = List.of(node.place(setting));
    return Finding.read(
        "address-of-another-node",
        Severity.MISTAKE,
        items(setting),
        places,
        Message.of("reading.addressOfAnother.seen")
            .with("node", node)
            .with("setting", setting)
            .with("address", address)
            .with("other", other),
        Hints.at(
            places,
            Message.of("reading.address.change").with("setting", setting).with("node", node),
            Message.of("reading.address.try")));
  }

  private static Finding ofNobody(ReadNode node, String setting, String address) {
    List<String> places = List.of(node.place(setting));
    return Finding.read(
        "address-of-nobody",
        Severity.MISTAKE,
        items(setting),
        places,
        Message.of("reading.addressOfNobody.seen")
            .with("node", node)
            .with("setting", setting)
            .with("address", address),
        Hints.at(
            places,
            Message.of("reading.address.change").with("setting", setting).with("node", node),
            Message.of("reading.address.try")));
  }

  private static Finding otherPort(ReadNode node, String section, String address, int listening) {
    String setting = section + ".connect_address";
    List<String> places = List.of(node.place(setting), node.place(section + ".listen"));
    return Finding.read(
        "address-with-another-port",
        Severity.MISTAKE,
        items(setting),
        places,
        Message.of("reading.addressPort.seen")
            .with("node", node)
            .with("setting", setting)
            .with("address", address)
            .with("port", String.valueOf(listening)),
        Hints.at(
            places,
            Message.of("reading.addressPort.change")
                .with("setting", setting)
                .with("port", String.valueOf(listening)),
            Message.of("reading.address.try")));
  }
}
