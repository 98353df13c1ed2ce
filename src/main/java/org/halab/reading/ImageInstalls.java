package org.halab.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/**
 * What a node's Patroni needs, and its Dockerfile does not install: told only where the whole of
 * the installation can be read there.
 */
final class ImageInstalls implements Rule {
  /** Images that have nothing of it. */
  private static final String PLAIN_BASES =
      "(docker\\.io/)?(library/)?(postgres|debian|ubuntu|python|alpine)([:@].*)?";

  /** It comes from elsewhere: another stage, a list, a file of the project. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?i)--from=|\\s-r\\s|requirement|\\.whl\\b|git\\+|pip[\\w.]*\\s+install\\s+[.\"']*/|\\bconda\\b|\\buv\\b|\\bpoetry\\b|<<");

  private static final Pattern INSTALLED =
      Pattern.compile(
          "(?:\\bpip[\\d.]*|\\bapt-get|\\bapt|\\bapk|\\bpipx)\"?(?:\\s+-\\S+)*\\s+(?:install|add)\\b([^&;|\\n]*)");

  private static final Map<String, String> CLIENTS =
      Map.of(
          "zookeeper",
          "patroni\\[.*(zookeeper|all).*\\].*|.*kazoo.*",
          "etcd",
          "patroni\\[.*(etcd|all).*\\].*|.*python3?-etcd.*",
          "etcd3",
          "patroni\\[.*(etcd|all).*\\].*|.*python3?-etcd.*");

  @Override
  public Stream<Finding> read(ReadProject project) {
    Map<String, Finding> byFile = new TreeMap<>();
    for (ReadNode node : project.nodes()) {
      DockerfileText.of(project, node)
          .flatMap(file -> of(file, node))
          .ifPresent(one -> byFile.putIfAbsent(one.places().get(0), one));
    }
    return byFile.values().stream();
  }

  private static Optional<Finding> of(ProjectText file, ReadNode node) {
    String text =
        file.lines().stream()
            .filter(line -> !line.strip().startsWith("#"))
            .collect(Collectors.joining("\n"))
            .replaceAll("\\\\\\s*\\n", " ");
    if (!DockerfileText.base(file).matches(PLAIN_BASES) || ELSEWHERE.matcher(text).find()) {
      return Optional.empty();
    }
    List<String> lacking = lacking(packages(text), node);
    if (lacking.isEmpty()) {
      return Optional.empty();
    }
    List<String> places =
        List.of(file.place(Pattern.compile("(?i)pip\\S*\\s+install|^\\s*RUN\\b")));
    return Optional.of(
        Finding.read(
            "image-lacks",
            Severity.MISTAKE,
            Set.of(Item.IMAGE),
            places,
            Message.of("reading.imageLacks.seen").with("lacking", lacking),
            Hints.at(
                places,
                Message.of("reading.imageLacks.change"),
                Message.of("reading.imageLacks.try"))));
  }

  private static List<String> packages(String text) {
    List<String> packages = new ArrayList<>();
    for (Matcher installed = INSTALLED.matcher(text); installed.find(); ) {
      Stream.of(installed.group(1).split("[\\s\"',]+"))
          .filter(word -> !word.isEmpty() && !word.startsWith("-"))
          .forEach(packages::add);
    }
    return packages;
  }

  private static List<String> lacking(List<String> packages, ReadNode node) {
    // A variable may hold any of them.
    if (packages.stream().anyMatch(one -> one.contains("$"))) {
      return List.of();
    }
    Optional<String> patroni =
        packages.stream().filter(one -> one.matches("patroni([\\[=<>~!].*)?")).findFirst();
    if (patroni.isEmpty()) {
      return List.of("patroni");
    }
    List<String> lacking = new ArrayList<>();
    CLIENTS.forEach(
        (dcs, client) -> {
          if (node.settings().keys("").contains(dcs)
              && packages.stream().noneMatch(one -> one.matches(client))) {
            lacking.add("patroni[" + dcs + "]");
          }
        });
    if (packages.stream().noneMatch(one -> one.matches("(patroni\\[.*)?(.*psycopg|.*\\[.*all).*"))
        && !debians(packages)) {
      lacking.add("psycopg2-binary");
    }
    return lacking;
  }

  /** Patroni among Debian's packages brings what it needs to speak to PostgreSQL. */
  private static boolean debians(List<String> packages) {
    return packages.contains("patroni") && packages.stream().noneMatch(ImageInstalls::isPip);
  }

  private static boolean isPip(String word) {
    return word.matches("python3?-pip|py3-pip|python3-venv|pip");
  }
}
