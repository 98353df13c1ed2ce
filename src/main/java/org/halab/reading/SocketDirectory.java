package org.halab.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** pg_rewind copies what lies in the data directory, and cannot copy a socket. */
final class SocketDirectory implements Rule {
  private static final String SETTING = "parameters.unix_socket_directories";

  @Override
  public Stream<Finding> read(ReadProject project) {
    List<ReadNode> inside =
        project.nodes().stream()
            .filter(node -> !node.on("remove_data_directory_on_rewind_failure"))
            .filter(node -> !node.on("remove_data_directory_on_diverged_timelines"))
            .filter(SocketDirectory::inside)
            .toList();
    return inside.isEmpty() ? Stream.empty() : Stream.of(finding(inside));
  }

  private static boolean inside(ReadNode node) {
    String data = node.settings().dataDirectory();
    return Stream.of(node.effective(SETTING).orElse("").split(","))
        .map(one -> one.replaceAll("[\\s'\"]", ""))
        .filter(one -> !one.isEmpty() && !one.startsWith("@"))
        .anyMatch(one -> !one.startsWith("/") || (one + "/").startsWith(data + "/"));
  }

  private static Finding finding(List<ReadNode> inside) {
    List<String> places = inside.stream().map(node -> node.effectivePlace(SETTING)).toList();
    return Finding.read(
        "socket-in-data-directory",
        Severity.MISTAKE,
        Set.of(Item.FOLLOWS_AGAIN),
        places,
        Message.of("reading.socket.seen"),
        Hints.at(places, Message.of("reading.socket.change"), Message.of("reading.rewind.try")));
  }
}
