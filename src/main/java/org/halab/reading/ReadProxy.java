package org.halab.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.stack.Entry;
import org.halab.stack.HaproxyConfig;
import org.halab.stack.HaproxySection;

/**
 * A service with an HAProxy configuration.
 *
 * @param definition as Compose has resolved it
 */
record ReadProxy(String service, JsonNode definition, ProjectText file) {
  HaproxyConfig config() {
    return new HaproxyConfig(file.text());
  }

  List<HaproxySection> sections() {
    return HaproxySection.in(file.text());
  }

  /** The ways in that lead to a node; those for replicas only if there is no other. */
  List<Entry> waysIn(List<ReadNode> nodes) {
    List<Entry> all =
        config().entries().stream()
            .filter(entry -> nodes.stream().anyMatch(node -> leads(entry, node)))
            .toList();
    List<Entry> meant = all.stream().filter(entry -> !entry.forReplicas()).toList();
    return meant.isEmpty() ? all : meant;
  }

  static boolean leads(Entry entry, ReadNode node) {
    return entry.servers().values().stream().anyMatch(address -> names(address, node));
  }

  static boolean names(String address, ReadNode node) {
    return node.node().hosts().stream()
        .anyMatch(host -> address.equals(host + ":" + node.settings().postgresPort()));
  }

  /** The lines that one proxy lives by: what is common to all, and its own section's. */
  Stream<String> lines(String proxy) {
    return sections().stream()
        .filter(section -> section.common() || section.name().equals(proxy))
        .flatMap(section -> section.lines().stream());
  }

  /** Where a proxy's section begins. */
  String place(String proxy) {
    return sections().stream()
        .filter(section -> section.name().equals(proxy) && !section.common())
        .findFirst()
        .map(section -> file.name() + ":" + section.line())
        .orElse(file.name());
  }

  /** Where a line stands: in the section of a proxy, or where it comes first. */
  String place(String proxy, String line) {
    Pattern exactly = Pattern.compile("^\\s*" + Pattern.quote(line) + "\\s*(#.*)?$");
    int from =
        sections().stream()
            .filter(section -> section.name().equals(proxy) && section.lines().contains(line))
            .findFirst()
            .map(HaproxySection::line)
            .orElse(1);
    return file.place(exactly, from);
  }
}
