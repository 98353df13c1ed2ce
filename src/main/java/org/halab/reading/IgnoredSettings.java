package org.halab.reading;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.message.Message;

/** Settings at places where Patroni does not look for them, which it passes over without a word. */
final class IgnoredSettings implements Rule {
  @Override
  public Stream<Finding> read(ReadProject project) {
    Set<String> settings = new TreeSet<>();
    Set<String> places = new TreeSet<>();
    Set<String> blocks = new TreeSet<>();
    for (ReadNode node : project.nodes()) {
      for (String path : SettingPaths.of(node)) {
        if (path.equals("bootstrap.postgresql")) {
          blocks.add(node.place(path));
        } else if (!path.startsWith("bootstrap.postgresql.")
            && !LoginsAreBlocks.isEntry(path)
            && !SettingPlaces.looksFor(path)) {
          settings.add(path);
          places.add(node.place(path));
        }
      }
    }
    Stream.Builder<Finding> findings = Stream.builder();
    if (!blocks.isEmpty()) {
      findings.add(
          Finding.harmless(
              "bootstrap-postgresql-ignored",
              Set.of(Item.NODE_FILES, Item.FOLLOWS_AGAIN),
              List.copyOf(blocks),
              Message.of("reading.bootstrapPostgresql.seen")));
    }
    if (!settings.isEmpty()) {
      findings.add(
          Finding.harmless(
              "setting-ignored",
              Set.of(Item.NODE_FILES),
              List.copyOf(places),
              Message.of("reading.settingIgnored.seen").with("settings", Message.and(settings))));
    }
    return findings.build();
  }
}
