package org.halab.report.model;

import java.time.Duration;
import java.util.List;

/**
 * One step as it was carried out.
 *
 * @param argument the sentence's table, row by row; empty if it has none
 * @param failure what was expected and what was seen, with the stack trace; empty if it passed
 */
public record Step(
    String keyword,
    String text,
    List<List<String>> argument,
    Verdict verdict,
    Duration took,
    String failure,
    List<Exhibit> exhibits) {
  public Step {
    argument = List.copyOf(argument);
    exhibits = List.copyOf(exhibits);
  }
}
