package org.halab.walkthrough;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.halab.live.TerminalSize;

/**
 * What a person sees: lines that stay, and on a terminal a last line that comes and goes. Written
 * by the thread that walks and by the one that tells how long it takes.
 */
final class Screen {
  private static final String CLEAR_LINE = "\r\033[K";
  private static final int USUAL_COLUMNS = 80;

  /** Longer lines are hard to read. */
  private static final int MOST_COLUMNS = 110;

  private final PrintStream out;
  private final boolean terminal;
  private final int width;
  private boolean passing;

  Screen(PrintStream out, boolean terminal, int width) {
    this.out = out;
    this.terminal = terminal;
    this.width = width;
  }

  /** Of this process: what it prints goes to a person, if to a file or a pipe, then plainly. */
  static Screen ofThisProcess() {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset());
    String term = System.getenv("TERM");
    boolean terminal = interactive() && term != null && !term.equals("dumb");
    int columns = TerminalSize.now().map(TerminalSize::columns).orElse(USUAL_COLUMNS);
    return new Screen(out, terminal, Math.min(columns, MOST_COLUMNS));
  }

  /** A locale that names no character set (C) says nothing of the terminal: most take UTF-8. */
  static Charset charset() {
    Charset charset = interactive() ? System.console().charset() : StandardCharsets.UTF_8;
    return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
  }

  /** Whether a person types the input and sees the output. */
  static boolean interactive() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From Java 22 on there is a console without a terminal too.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  int width() {
    return width;
  }

  synchronized void print(String text) {
    clear();
    out.println(text);
  }

  /** Without an end of line: what a person types stands behind it. */
  synchronized void ask(String question) {
    clear();
    out.print(question);
    out.flush();
  }

  /** The last line, until something else is printed; without a terminal nothing. */
  synchronized void pass(String line) {
    if (terminal) {
      out.print(CLEAR_LINE + dim(cut(line)));
      out.flush();
      passing = true;
    }
  }

  boolean passes() {
    return terminal;
  }

  synchronized void clear() {
    if (passing) {
      out.print(CLEAR_LINE);
      out.flush();
      passing = false;
    }
  }

  String bold(String text) {
    return terminal ? "\033[1m" + text + "\033[0m" : text;
  }

  String dim(String text) {
    return terminal ? "\033[2m" + text + "\033[0m" : text;
  }

  private String cut(String line) {
    return line.length() < width ? line : line.substring(0, width - 2) + "…";
  }
}
