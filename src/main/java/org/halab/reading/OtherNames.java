package org.halab.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.message.Message;
import org.halab.stack.Login;

/** Names and passwords that are not the guide's are as good. */
final class OtherNames implements Rule {
  private static final Set<Item> ITEMS = Set.of(Item.COMPOSE_FILE, Item.NODE_FILES);

  @Override
  public Stream<Finding> read(ReadProject project) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> passwords = new LinkedHashMap<>();
    for (ReadNode node : project.nodes()) {
      String scope = node.settings().scope().orElse("my_cluster");
      put(names, !scope.equals("my_cluster"), scope, node.place("scope"));
      String member = node.node().node().member();
      put(names, !member.matches("postgresql\\d"), member, node.place("name"));
      put(
          names,
          !node.service().matches("pg-(master|slave)"),
          node.service(),
          project.place(node.service()));
      login(
          passwords,
          node,
          "superuser",
          node.settings().superuser(),
          new Login("postgres", "postgres"));
      login(
          passwords,
          node,
          "replication",
          node.settings().replication(),
          new Login("replicator", "rep-pass"));
    }
    for (ReadProxy proxy : project.proxies()) {
      String name = proxy.definition().path("container_name").asText("");
      boolean other = !name.isEmpty() && !name.equals("postgres_entrypoint");
      put(names, other, name, project.place(proxy.service(), "container_name"));
    }
    Stream.Builder<Finding> findings = Stream.builder();
    if (!names.isEmpty()) {
      findings.add(
          Finding.harmless(
              "other-names",
              ITEMS,
              List.copyOf(names.values()),
              Message.of("reading.otherNames.seen").with("names", Message.and(names.keySet()))));
    }
    if (!passwords.isEmpty()) {
      findings.add(
          Finding.harmless(
              "other-passwords",
              Set.of(Item.NODE_FILES),
              List.copyOf(passwords.values()),
              Message.of("reading.otherPasswords.seen")));
    }
    return findings.build();
  }

  private static void login(
      Map<String, String> passwords, ReadNode node, String who, Login login, Login printed) {
    put(
        passwords,
        !login.equals(printed),
        node + who,
        node.place("postgresql.authentication." + who));
  }

  private static void put(Map<String, String> names, boolean other, String name, String place) {
    if (other) {
      names.putIfAbsent(name, place);
    }
  }
}
