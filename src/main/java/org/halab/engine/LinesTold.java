package org.halab.engine;

import java.util.function.Consumer;

/** Tells each line of what a program prints; of a line without end only where it begins. */
final class LinesTold {
  private static final int LONGEST = 8192;

  private final Consumer<String> listener;
  private final StringBuilder line = new StringBuilder();

  LinesTold(Consumer<String> listener) {
    this.listener = listener;
  }

  void append(char[] more, int count) {
    for (int i = 0; i < count; i++) {
      if (more[i] == '\n') {
        end();
      } else if (more[i] != '\r' && line.length() < LONGEST) {
        line.append(more[i]);
      }
    }
  }

  /** The last line may have no end. */
  void finish() {
    if (line.length() > 0) {
      end();
    }
  }

  private void end() {
    listener.accept(line.toString());
    line.setLength(0);
  }
}
