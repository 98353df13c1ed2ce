package org.halab.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** Without lines of pg_hba for them, PostgreSQL lets neither clients nor replicas in. */
final class AccessRules implements Rule {
  private static final String OWN_SCRIPT = "bootstrap.(method|post_init|post_bootstrap)";

  @Override
  public Stream<Finding> read(ReadProject project) {
    return project.nodes().stream()
        .filter(node -> !hasOwnScript(node))
        .flatMap(node -> finding(node).stream());
  }

  private static boolean hasOwnScript(ReadNode node) {
    return SettingPaths.of(node).stream()
        .anyMatch(path -> path.matches(OWN_SCRIPT) || path.endsWith("hba_file"));
  }

  private static Optional<Finding> finding(ReadNode node) {
    String path =
        Stream.of("postgresql.pg_hba", "bootstrap.dcs.postgresql.pg_hba", "bootstrap.pg_hba")
            .filter(one -> node.settings().at(one).isPresent())
            .findFirst()
            .orElse("");
    if (path.isEmpty()) {
      return Optional.of(missing(node));
    }
    List<String> lines =
        node.settings().at(path).orElseThrow() instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : String.valueOf(node.settings().at(path).orElseThrow()).lines().toList();
    String copier = node.settings().replication().user();
    String owner = node.settings().superuser().user();
    if (lines.stream().noneMatch(line -> lets(line, "replication", copier))) {
      return Optional.of(incomplete(node, path, "replication", copier));
    } else if (lines.stream().noneMatch(line -> lets(line, "all|postgres", owner))) {
      return Optional.of(incomplete(node, path, "all", owner));
    }
    return Optional.empty();
  }

  /** Whether a line lets a user in from another container. */
  private static boolean lets(String line, String databases, String user) {
    String[] words = line.strip().split("\\s+");
    return words.length >= 4
        && words[0].matches("host(ssl|nossl|gssenc|nogssenc)?")
        && Stream.of(words[1].split(",")).anyMatch(one -> one.replace("\"", "").matches(databases))
        && Stream.of(words[2].split(","))
            .map(one -> one.replace("\"", ""))
            .anyMatch(one -> one.equals("all") || one.equals(user))
        && !words[3].matches("127\\..*|localhost|::1.*|samehost")
        && !words[words.length - 1].equals("reject");
  }

  private static Finding missing(ReadNode node) {
    List<String> places = List.of(node.place("bootstrap"));
    return Finding.read(
        "pg-hba-missing",
        Severity.MISTAKE,
        Set.of(Item.NODE_FILES, Item.CONNECTED, Item.REPLICATED),
        places,
        Message.of("reading.hbaMissing.seen").with("node", node),
        Hints.at(places, Message.of("reading.hbaMissing.change"), Message.of("reading.hba.try")));
  }

  private static Finding incomplete(ReadNode node, String path, String database, String user) {
    List<String> places = List.of(node.place(path));
    return Finding.read(
        "pg-hba-incomplete",
        Severity.MISTAKE,
        Set.of(Item.NODE_FILES, database.equals("replication") ? Item.REPLICATED : Item.CONNECTED),
        places,
        Message.of("reading.hbaIncomplete.seen")
            .with("node", node)
            .with("database", database)
            .with("user", user),
        Hints.at(
            places,
            Message.of("reading.hbaIncomplete.change")
                .with("database", database)
                .with("user", user),
            Message.of("reading.hba.try")));
  }
}
