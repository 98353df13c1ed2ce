package org.halab.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** Where fewer than two nodes may lead, nobody takes over. */
final class MayLead implements Rule {
  @Override
  public Stream<Finding> read(ReadProject project) {
    List<ReadNode> barred = project.nodes().stream().filter(MayLead::barred).toList();
    int free = project.nodes().size() - barred.size();
    return barred.isEmpty() || free > 1 ? Stream.empty() : Stream.of(finding(barred, free == 0));
  }

  private static boolean barred(ReadNode node) {
    return node.settings().at("tags.nofailover").filter(ReadNode::yes).isPresent();
  }

  private static Finding finding(List<ReadNode> barred, boolean all) {
    List<String> places = barred.stream().map(node -> node.place("tags.nofailover")).toList();
    return Finding.read(
        "nofailover",
        Severity.MISTAKE,
        all ? Set.of(Item.NODE_FILES, Item.DEPLOYED, Item.LEADER_LOST) : Set.of(Item.LEADER_LOST),
        places,
        Message.of("reading.nofailover.seen").with("nodes", Message.and(barred)),
        Hints.at(
            places, Message.of("reading.nofailover.change"), Message.of("reading.nofailover.try")));
  }
}
