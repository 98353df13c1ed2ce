package org.halab.rejoin;

import java.util.List;
import java.util.stream.Stream;
import org.halab.domain.LogLine;

/** How a node that was away came back to the leader's data, by its own log. */
public enum RejoinMethod {
  /** The node's data was thrown away, or lost, and the leader's copied. */
  FRESH_COPY("a fresh copy of the leader", "replica has been created using basebackup"),
  /** What only the node had was undone: it went back to where the histories part. */
  REWIND("a rewind", "pg_rewind exit code=0"),
  /** WAL files, beyond the histories of timelines, came from the archive. */
  ARCHIVE("the archive", "restored log file \"[0-9A-F]{24}\" from archive"),
  /** The leader still had all WAL that the node needed. */
  STREAM("the leader's kept WAL alone", "started streaming WAL from primary");

  private final String words;
  private final String line;

  RejoinMethod(String words, String line) {
    this.words = words;
    this.line = line;
  }

  public static RejoinMethod named(String words) {
    return Stream.of(values()).filter(one -> one.words.equals(words)).findFirst().orElseThrow();
  }

  /** The first that the log tells of: a rewound node streams in the end, too. */
  public static RejoinMethod toldBy(List<LogLine> log) {
    return Stream.of(values())
        .filter(way -> way.lines(log).findAny().isPresent())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The log tells of no way back"));
  }

  /** The lines that tell of it. */
  public Stream<LogLine> lines(List<LogLine> log) {
    return log.stream().filter(one -> one.text().matches(".*(" + line + ").*"));
  }

  @Override
  public String toString() {
    return words;
  }
}
