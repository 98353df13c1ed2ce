package org.halab.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;
import org.halab.stack.Entry;

/** HAProxy's servers must be nodes that there are, and each node must be one of them. */
final class ServersAreNodes implements Rule {
  @Override
  public Stream<Finding> read(ReadProject project) {
    if (project.nodes().isEmpty()) {
      return Stream.empty();
    }
    List<ReadProxy> proxies = project.proxies();
    boolean meant = proxies.stream().anyMatch(one -> !one.waysIn(project.nodes()).isEmpty());
    boolean complete =
        proxies.stream()
            .flatMap(proxy -> proxy.waysIn(project.nodes()).stream())
            .anyMatch(way -> project.nodes().stream().allMatch(node -> ReadProxy.leads(way, node)));
    Stream<Finding> missed =
        (complete ? Stream.<ReadProxy>empty() : proxies.stream())
            .flatMap(
                proxy ->
                    proxy.waysIn(project.nodes()).stream()
                        .flatMap(entry -> missed(project, proxy, entry)));
    return Stream.concat(missed, meant ? Stream.empty() : proxies.stream().map(this::nowhere));
  }

  private static Stream<Finding> missed(ReadProject project, ReadProxy proxy, Entry entry) {
    List<ReadNode> missed =
        project.nodes().stream().filter(node -> !ReadProxy.leads(entry, node)).toList();
    return missed.stream()
        .map(
            node -> {
              List<String> places = List.of(proxy.place(entry.name()));
              return Finding.read(
                  "entrypoint-misses-node",
                  Severity.MISTAKE,
                  Set.of(Item.ENTRYPOINT_FILE, Item.LED_TO_LEADER, Item.LEADER_LOST),
                  places,
                  Message.of("reading.missesNode.seen")
                      .with("proxy", entry.name())
                      .with("address", address(node)),
                  Hints.at(
                      places,
                      Message.of("reading.missesNode.change").with("address", address(node)),
                      Message.of("reading.missesNode.try")));
            });
  }

  private Finding nowhere(ReadProxy proxy) {
    List<String> places = List.of(proxy.file().name());
    return Finding.read(
        "entrypoint-leads-nowhere",
        Severity.MISTAKE,
        Set.of(Item.ENTRYPOINT_FILE, Item.RESTARTED, Item.LED_TO_LEADER),
        places,
        Message.of("reading.leadsNowhere.seen").with("file", proxy.file().name()),
        Hints.at(
            places,
            Message.of("reading.leadsNowhere.change"),
            Message.of("reading.leadsNowhere.try").with("service", proxy.service())));
  }

  private static String address(ReadNode node) {
    return node.service() + ":" + node.settings().postgresPort();
  }
}
