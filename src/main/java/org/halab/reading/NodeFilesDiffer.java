package org.halab.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;
import org.halab.stack.NodeFile;

/** The guide makes the second node's file from the first by a few changes; what else differs. */
final class NodeFilesDiffer implements Rule {
  private static final Pattern OWN =
      Pattern.compile(
          "name|restapi\\.(listen|connect_address)|tags\\..*"
              + "|postgresql\\.(listen|connect_address|proxy_address|data_dir|config_dir)");

  /** Told by {@link NodesTogether}. */
  private static final Pattern TOGETHER =
      Pattern.compile(
          "scope|namespace|(zookeeper|etcd3?|consul)\\..*"
              + "|postgresql\\.authentication\\.(superuser|replication)\\..*");

  /** What only the node itself needs, or nobody. */
  private static final Pattern HARMLESS =
      Pattern.compile("postgresql\\.pgpass|log\\..*|watchdog\\..*|bootstrap\\.postgresql\\..*");

  @Override
  public Stream<Finding> read(ReadProject project) {
    if (project.nodes().size() < 2) {
      return Stream.empty();
    }
    ReadNode first = project.nodes().get(0);
    Set<String> harmless = new TreeSet<>();
    Set<String> bootstrap = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    Map<String, List<String>> places = new TreeMap<>();
    for (ReadNode node : project.nodes().subList(1, project.nodes().size())) {
      for (String path : differences(first, node)) {
        if (OWN.matcher(path).matches() || TOGETHER.matcher(path).matches()) {
          continue;
        }
        boolean none = HARMLESS.matcher(path).matches();
        Set<String> kind = none ? harmless : path.startsWith("bootstrap.") ? bootstrap : others;
        kind.add(path);
        String setting = path.replaceAll("\\[\\d+\\]", "");
        places.put(path, List.of(first.place(setting), node.place(setting)));
      }
    }
    Stream.Builder<Finding> findings = Stream.builder();
    if (!harmless.isEmpty()) {
      findings.add(
          Finding.harmless(
              "node-files-differ",
              Set.of(Item.NODE_FILES),
              places(harmless, places),
              Message.of("reading.filesDiffer.seen").with("settings", Message.and(harmless))));
    }
    if (!bootstrap.isEmpty()) {
      findings.add(bootstrap(bootstrap, places(bootstrap, places)));
    }
    if (!others.isEmpty()) {
      findings.add(others(others, places(others, places)));
    }
    return findings.build();
  }

  private static Set<String> differences(ReadNode first, ReadNode node) {
    Set<String> differing = new TreeSet<>();
    if (first.sources().size() == node.sources().size()) {
      for (int i = 0; i < first.sources().size(); i++) {
        NodeFile one = NodeFile.read(first.sources().get(i).file());
        NodeFile other = NodeFile.read(node.sources().get(i).file());
        one.differences(other)
            .forEach(
                (path, values) -> {
                  if (!meansTheSame(values.get(0), values.get(1))) {
                    differing.add(path);
                  }
                });
      }
    }
    return differing;
  }

  private static boolean meansTheSame(String one, String other) {
    return one.matches("(?i)true|on|yes") && other.matches("(?i)true|on|yes")
        || one.matches("(?i)false|off|no") && other.matches("(?i)false|off|no");
  }

  private static List<String> places(Set<String> paths, Map<String, List<String>> places) {
    return paths.stream().flatMap(path -> places.get(path).stream()).distinct().limit(10).toList();
  }

  private static Finding bootstrap(Set<String> settings, List<String> places) {
    return differ(
        "bootstrap-differs",
        places,
        Message.of("reading.bootstrapDiffers.seen").with("settings", Message.and(settings)),
        Message.of("reading.bootstrapDiffers.try"));
  }

  private static Finding others(Set<String> settings, List<String> places) {
    return differ(
        "node-settings-differ",
        places,
        Message.of("reading.settingsDiffer.seen").with("settings", Message.and(settings)),
        Message.of("reading.settingsDiffer.try"));
  }

  private static Finding differ(String code, List<String> places, Message seen, Message tryIt) {
    return Finding.read(
        code,
        Severity.RISK,
        Set.of(Item.NODE_FILES),
        places,
        seen,
        Hints.at(places, Message.of("reading.filesDiffer.change"), tryIt));
  }
}
