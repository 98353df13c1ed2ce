package org.halab.engine;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.halab.domain.LogLine;

/** Reads a container's log as the engine gives it: each line behind its time of arrival. */
final class TimestampedLog {
  private TimestampedLog() {}

  /** A line without a time belongs to the moment of the one before it. */
  static List<LogLine> parse(String service, String log) {
    List<LogLine> lines = new ArrayList<>();
    Instant last = Instant.EPOCH;
    for (String raw : Printable.text(log).split("\\R")) {
      if (raw.isEmpty()) {
        continue;
      }
      int space = raw.indexOf(' ');
      String text = raw;
      if (space > 0) {
        try {
          last = Instant.parse(raw.substring(0, space));
          text = raw.substring(space + 1);
        } catch (DateTimeParseException e) {
          // a line of its own kind: the text stays whole
        }
      }
      lines.add(new LogLine(last, service, text));
    }
    return lines;
  }
}
