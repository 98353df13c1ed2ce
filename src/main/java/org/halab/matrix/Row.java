package org.halab.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.halab.message.Message;

/**
 * A wrong setting and what became of it.
 *
 * @param tried what came of its trials; none if it was not tried yet
 */
public record Row(WrongSetting setting, Fate outcome, List<Tried> tried) {
  private static final int LONGEST_REASON = 200;

  public Row {
    tried = List.copyOf(tried);
  }

  /** The scenario that noticed it. */
  Optional<Tried> red() {
    return tried.stream().filter(Tried::red).findFirst();
  }

  /** Cells for people. */
  List<Object> cells() {
    return List.of(
        setting.part(),
        setting.name(),
        setting.what(),
        Message.of("matrix.fate", outcome),
        scenarios(),
        red().map(Tried::step).orElse(""),
        reason(),
        seconds());
  }

  private Message scenarios() {
    return Message.joined(
        "; ",
        red().map(List::of).orElse(tried).stream()
            .map(one -> one.place().replaceFirst("^features/", "") + " " + one.scenario())
            .toList());
  }

  private String seconds() {
    return tried.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "%.0f",
            red()
                .map(Tried::seconds)
                .orElseGet(() -> tried.stream().mapToDouble(Tried::seconds).sum()));
  }

  /** Why it is red, or why it is not. */
  private String reason() {
    return red()
        .or(() -> tried.stream().filter(one -> one.end() != Tried.End.GREEN).findFirst())
        .map(Tried::message)
        .map(Row::brief)
        .orElse(outcome == Fate.EXPLAINED ? setting.survives() : "");
  }

  /** The beginning of a failure's message, in one line. */
  static String brief(String message) {
    String line = message.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON - 1) + "…";
  }
}
