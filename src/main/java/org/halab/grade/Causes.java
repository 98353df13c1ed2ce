package org.halab.grade;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Severity;
import org.halab.message.Message;

/**
 * What explains what: where a file shows why something did not work when it was tried, this cause
 * is told, and what follows from it is told with it.
 */
final class Causes {
  /** For what is seen by trying, the causes that explain it, the most likely first. */
  private static final Map<String, List<String>> OF =
      Map.ofEntries(
          entry(
              "cluster-not-healthy",
              List.of(
                  "runs-as-root",
                  "login-no-block",
                  "script-with-carriage-returns",
                  "data-shared",
                  "node-name-twice",
                  "scope-differs",
                  "dcs-differs",
                  "address-of-another-node",
                  "address-of-nobody",
                  "address-with-another-port",
                  "passwords-differ",
                  "pg-hba-missing",
                  "pg-hba-incomplete",
                  "one-node")),
          entry(
              "rows-do-not-arrive",
              List.of(
                  "scope-differs",
                  "dcs-differs",
                  "passwords-differ",
                  "pg-hba-missing",
                  "pg-hba-incomplete",
                  "one-node")),
          entry("replica-takes-writes", List.of("scope-differs", "dcs-differs")),
          entry(
              "entrypoint-does-not-answer",
              List.of(
                  "entrypoint-missing",
                  "entrypoint-file-missing",
                  "entrypoint-last-line",
                  "entrypoint-leads-nowhere",
                  "entrypoint-check-port",
                  "entrypoint-check-passes-nobody",
                  "entrypoint-check-passes-replicas",
                  "entrypoint-not-published")),
          entry("entrypoint-leads-to-replicas", List.of("entrypoint-check-passes-replicas")),
          entry(
              "not-served-again",
              List.of(
                  "one-node",
                  "nofailover",
                  "entrypoint-does-not-answer",
                  "entrypoint-leads-to-replicas",
                  "entrypoint-misses-node")),
          entry(
              "acknowledged-rows-lost",
              List.of(
                  "synchronous-mode-off",
                  "synchronous-mode-ignored",
                  "entrypoint-leads-to-replicas")),
          entry(
              "killed-leader-does-not-follow",
              List.of(
                  "rewind-off",
                  "rewind-without-hints",
                  "socket-in-data-directory",
                  "superusers-differ",
                  "passwords-differ")));

  private final Map<Finding, Finding> causes = new LinkedHashMap<>();
  private final Map<Finding, Finding> tellers = new LinkedHashMap<>();

  /**
   * @param all each once
   */
  Causes(List<Finding> all) {
    all.forEach(one -> causes.put(one, first(one, all)));
    Map<Finding, List<Finding>> followers = new LinkedHashMap<>();
    causes.forEach(
        (one, cause) -> followers.computeIfAbsent(cause, key -> new ArrayList<>()).add(one));
    followers.forEach(
        (cause, told) -> {
          Finding together = told.size() == 1 ? cause : together(cause, told);
          told.forEach(one -> tellers.put(one, together));
        });
  }

  /** What is told, each once. */
  Stream<Finding> told() {
    return new LinkedHashSet<>(tellers.values()).stream();
  }

  /** The finding that a finding is told with: itself, or that of its cause. */
  Finding telling(Finding finding) {
    return tellers.get(finding);
  }

  /** What a finding comes from: another one, or nothing that is known, and then it is itself. */
  Finding cause(Finding finding) {
    return causes.get(finding);
  }

  /** Where the chain of causes begins. */
  private static Finding first(Finding finding, List<Finding> all) {
    return cause(finding, all).map(cause -> first(cause, all)).orElse(finding);
  }

  private static Optional<Finding> cause(Finding finding, List<Finding> all) {
    return OF.getOrDefault(finding.code(), List.of()).stream()
        .flatMap(code -> all.stream().filter(one -> one.code().equals(code)))
        .filter(one -> one.severity() != Severity.HARMLESS)
        .findFirst();
  }

  private static Finding together(Finding cause, List<Finding> told) {
    List<Finding> order =
        Stream.concat(Stream.of(cause), told.stream().filter(one -> one != cause)).toList();
    return new Finding(
        cause.code(),
        told.stream().map(Finding::severity).min(Comparator.naturalOrder()).orElseThrow(),
        all(order, one -> one.items().stream()),
        List.copyOf(all(order, one -> one.places().stream())),
        List.copyOf(all(order, one -> one.evidence().stream())),
        Message.joined(" ", order.stream().map(Finding::seen).distinct().toList()),
        cause.hint());
  }

  private static <T> Set<T> all(List<Finding> findings, Function<Finding, Stream<T>> part) {
    return findings.stream().flatMap(part).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
