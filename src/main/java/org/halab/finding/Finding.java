package org.halab.finding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.halab.message.Message;

/**
 * One thing seen in a project, told once, however many items hang on it.
 *
 * @param code by which a teacher's points and the table of a class name it, as {@code
 *     entrypoint-leads-to-replicas}
 * @param items what it bears on
 * @param places where its cause stands, each as {@code haproxy.cfg:21}, relative to the project;
 *     none if it is something that is missing
 * @param evidence lines of logs or files that show it, as they stand there: a stranger's text
 * @param seen what was seen, in one sentence
 * @param hint how to go on; empty for what is harmless
 */
public record Finding(
    String code,
    Severity severity,
    Set<Item> items,
    List<String> places,
    List<String> evidence,
    Message seen,
    Optional<Hint> hint) {
  public Finding {
    items = Set.copyOf(items);
    places = List.copyOf(places);
    evidence = List.copyOf(evidence);
  }

  /** Found by reading: a file shows it. */
  public static Finding read(
      String code,
      Severity severity,
      Set<Item> items,
      List<String> places,
      Message seen,
      Hint hint) {
    return new Finding(code, severity, items, places, List.of(), seen, Optional.of(hint));
  }

  /** What differs and does no harm. */
  public static Finding harmless(String code, Set<Item> items, List<String> places, Message seen) {
    return new Finding(code, Severity.HARMLESS, items, places, List.of(), seen, Optional.empty());
  }
}
