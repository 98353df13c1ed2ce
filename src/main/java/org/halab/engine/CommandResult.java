package org.halab.engine;

import java.util.Arrays;

/**
 * How a command ended.
 *
 * @param output standard output and standard error, as they came
 */
public record CommandResult(int exitCode, String output) {
  public boolean succeeded() {
    return exitCode == 0;
  }

  /** The last lines of the output, where a failing command says why, for a terminal. */
  public String lastLines(int count) {
    String[] lines = output.strip().split("\\R");
    int from = Math.max(0, lines.length - count);
    return Printable.text(String.join("\n", Arrays.copyOfRange(lines, from, lines.length)));
  }
}
