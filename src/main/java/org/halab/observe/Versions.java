package org.halab.observe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.deploy.Project;
import org.halab.engine.ServiceContainer;
import org.halab.stack.Proxy;

/** The versions of what runs in a project's containers, as each part says itself. */
public final class Versions {
  private static final Map<String, String> NAMES =
      Stream.concat(
              Stream.of("PostgreSQL", "Patroni", "etcd"),
              Stream.of(Proxy.values()).map(Proxy::toString))
          .collect(Collectors.toMap(Versions::program, name -> name));

  private static final String ASK =
      "for p in /usr/lib/postgresql/*/bin/postgres patroni etcd; do"
          + " command -v $p >/dev/null && $p --version | head -n 1; done;"
          + Stream.of(Proxy.values())
              .map(proxy -> program(proxy.toString()))
              .map(" command -v %1$s >/dev/null && %1$s -v 2>&1 | head -n 1;"::formatted)
              .collect(Collectors.joining())
          + " true";

  /** Two parts of a program's answer: its name, and the number. */
  private static final Pattern ANSWER =
      Pattern.compile(
          "(?i)(%s)\\D*?[\\s/:]v?(\\d+(?:\\.\\d+)+)".formatted(String.join("|", NAMES.keySet())));

  private static final Pattern ZOOKEEPER =
      Pattern.compile("zookeeper\\.version=(\\d+(?:\\.\\d+)+)");

  private Versions() {}

  private static String program(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** A row for each part: its name, its version, the services that said so. */
  public static List<List<String>> of(Project project) {
    Map<List<String>, List<String>> said = new LinkedHashMap<>();
    for (String service : project.stack().services()) {
      for (List<String> part : parts(project.access(service))) {
        said.computeIfAbsent(part, one -> new ArrayList<>()).add(service);
      }
    }
    return said.entrySet().stream()
        .map(
            one ->
                List.of(
                    one.getKey().get(0), one.getKey().get(1), String.join(", ", one.getValue())))
        .toList();
  }

  private static List<List<String>> parts(ServiceContainer access) {
    List<List<String>> parts = new ArrayList<>(inAnswer(answer(access)));
    access.logs(Instant.EPOCH).stream()
        .map(line -> ZOOKEEPER.matcher(line.text()))
        .filter(Matcher::find)
        .findFirst()
        .ifPresent(match -> parts.add(List.of("ZooKeeper", match.group(1))));
    return parts;
  }

  /** Nothing from what does not run: an examined project may have an entrypoint that never does. */
  private static String answer(ServiceContainer access) {
    try {
      return access.exec("sh", "-c", ASK).output();
    } catch (RuntimeException e) {
      return "";
    }
  }

  /** The programs that answered, each with its version. */
  static List<List<String>> inAnswer(String output) {
    return output
        .lines()
        .map(ANSWER::matcher)
        .filter(Matcher::find)
        .map(match -> List.of(NAMES.get(program(match.group(1))), match.group(2)))
        .toList();
  }
}
