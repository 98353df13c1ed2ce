package org.halab.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** Patroni takes everything under "authentication" for a login, and ends where it is none. */
final class LoginsAreBlocks implements Rule {
  private static final String LOGINS = "postgresql.authentication";

  @Override
  public Stream<Finding> read(ReadProject project) {
    return project.nodes().stream().flatMap(LoginsAreBlocks::findings);
  }

  /** Whether a setting stands where only logins may. */
  static boolean isEntry(String path) {
    return path.startsWith(LOGINS + ".") && path.indexOf('.', LOGINS.length() + 1) < 0;
  }

  private static Stream<Finding> findings(ReadNode node) {
    return node.settings().keys(LOGINS).stream()
        .map(key -> LOGINS + "." + key)
        .filter(path -> !(node.settings().at(path).orElse(null) instanceof Map<?, ?>))
        .map(path -> finding(node, path));
  }

  private static Finding finding(ReadNode node, String path) {
    List<String> places = List.of(node.place(path));
    return Finding.read(
        "login-no-block",
        Severity.MISTAKE,
        Set.of(Item.NODE_FILES, Item.DEPLOYED),
        places,
        Message.of("reading.loginNoBlock.seen").with("node", node).with("setting", path),
        Hints.at(
            places,
            Message.of("reading.loginNoBlock.change").with("setting", path),
            Message.of("reading.loginNoBlock.try")));
  }
}
