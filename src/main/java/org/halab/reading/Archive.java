package org.halab.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** An archive is of use if it is written without end, read, and reached by both nodes. */
final class Archive implements Rule {
  private static final String COMMAND = "parameters.archive_command";
  private static final Pattern TARGET = Pattern.compile("(/[^\\s'\"%=]+)/%f");
  private static final Pattern REFUSES_TWICE =
      Pattern.compile("(test|\\[)\\s+!\\s+-[fe]\\s+\\S+\\s*\\]?\\s*&&");
  private static final Set<Item> ITEMS = Set.of(Item.FOLLOWS_AGAIN);

  @Override
  public Stream<Finding> read(ReadProject project) {
    Optional<ReadNode> archiving = project.nodes().stream().filter(Archive::archives).findFirst();
    Optional<ReadNode> reading =
        project.nodes().stream().filter(node -> restore(node).isPresent()).findFirst();
    Stream.Builder<Finding> findings = Stream.builder();
    Severity severity = Rewind.works(project) ? Severity.HARMLESS : Severity.RISK;
    if (archiving.isPresent()) {
      ReadNode node = archiving.get();
      boolean shared = shared(project, target(node));
      if (shared && stops(node)) {
        findings.add(stopping(node));
      }
      if (reading.isEmpty()) {
        findings.add(neverRead(node, severity));
      } else if (!shared && !target(node).isEmpty()) {
        findings.add(notShared(node, severity));
      }
    } else if (reading.isPresent()) {
      findings.add(notWritten(reading.get(), severity));
    }
    return findings.build();
  }

  private static boolean archives(ReadNode node) {
    return node.on("parameters.archive_mode")
        && node.effective(COMMAND)
            .filter(one -> !one.matches("\\s*(/bin/)?true\\s*|\\s*"))
            .isPresent();
  }

  private static Optional<String> restore(ReadNode node) {
    return node.effective("recovery_conf.restore_command")
        .or(() -> node.effective("parameters.restore_command"));
  }

  private static boolean stops(ReadNode node) {
    String command = node.effective(COMMAND).orElse("");
    return REFUSES_TWICE.matcher(command).find() && !command.contains("||");
  }

  /** The directory that it archives to; empty if the command does not show it. */
  private static String target(ReadNode node) {
    Matcher matcher = TARGET.matcher(node.effective(COMMAND).orElse(""));
    String target = "";
    while (matcher.find()) {
      target = matcher.group(1);
    }
    return target;
  }

  private static boolean shared(ReadProject project, String directory) {
    Map<String, Integer> sources = new TreeMap<>();
    for (ReadNode node : project.nodes()) {
      node.mounts().stream()
          .filter(one -> one.keeps() && one.holds(directory))
          .forEach(one -> sources.merge(one.source(), 1, Integer::sum));
    }
    return sources.values().stream().anyMatch(count -> count > 1);
  }

  private static Finding stopping(ReadNode node) {
    return finding(
        "archive-stops",
        Severity.RISK,
        node,
        COMMAND,
        Message.of("reading.archiveStops.seen"),
        Message.of("reading.archiveStops.change"));
  }

  private static Finding neverRead(ReadNode node, Severity severity) {
    return finding(
        "archive-never-read",
        severity,
        node,
        COMMAND,
        Message.of("reading.archiveNeverRead.seen"),
        Message.of("reading.archiveNeverRead.change"));
  }

  private static Finding notShared(ReadNode node, Severity severity) {
    return finding(
        "archive-not-shared",
        severity,
        node,
        COMMAND,
        Message.of("reading.archiveNotShared.seen").with("directory", target(node)),
        Message.of("reading.archiveNotShared.change").with("directory", target(node)));
  }

  private static Finding notWritten(ReadNode node, Severity severity) {
    return finding(
        "restore-without-archive",
        severity,
        node,
        node.effective("recovery_conf.restore_command").isPresent()
            ? "recovery_conf.restore_command"
            : "parameters.restore_command",
        Message.of("reading.restoreOnly.seen"),
        Message.of("reading.restoreOnly.change"));
  }

  /** What no node needs that goes back by pg_rewind is not a mistake, and is told all the same. */
  private static Finding finding(
      String code, Severity severity, ReadNode node, String setting, Message seen, Message change) {
    List<String> places = List.of(node.effectivePlace(setting));
    if (severity == Severity.HARMLESS) {
      Message needless = Message.of("reading.archive.needless");
      return Finding.harmless(code, ITEMS, places, Message.joined(" ", List.of(seen, needless)));
    }
    return Finding.read(
        code,
        severity,
        ITEMS,
        places,
        seen,
        Hints.at(places, change, Message.of("reading.archive.try").with("node", node)));
  }
}
