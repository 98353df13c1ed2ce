package org.halab.report.model;

import java.util.List;
import org.halab.domain.LogLine;
import org.halab.domain.Table;

/** What a step showed as its evidence. */
public sealed interface Exhibit {
  /** A sentence. */
  record Note(String text) implements Exhibit {}

  /** What happened, told from the evidence. */
  record Story(String text) implements Exhibit {}

  /** The answer to one of the guide's questions. */
  record Answer(String text) implements Exhibit {}

  /**
   * Rows under columns.
   *
   * @param query the SQL that was answered with them; empty if none was
   */
  record Rows(String name, String query, Table table) implements Exhibit {}

  /** A file, a command's output, an answer. */
  record Text(String name, String text) implements Exhibit {}

  /**
   * Lines of containers' logs.
   *
   * @param whole whether these are all lines of the log, instead of those that matter
   */
  record Log(String name, List<LogLine> lines, boolean whole) implements Exhibit {
    public Log {
      lines = List.copyOf(lines);
    }
  }

  /** A page as a browser gets it. */
  record Page(String name, String html) implements Exhibit {}
}
