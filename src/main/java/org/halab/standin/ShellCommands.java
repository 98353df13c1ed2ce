package org.halab.standin;

import java.util.ArrayList;
import java.util.List;
import org.halab.stack.Instruction;

/** The plain commands of a RUN, each as its words: what is done one after the other. */
final class ShellCommands {
  private final List<List<String>> commands = new ArrayList<>();
  private List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private boolean alternative;

  private ShellCommands() {}

  /** Those of a RUN in any of its forms; what follows {@code ||} is done only if all goes wrong. */
  static List<List<String>> of(Instruction run) {
    if (run.rest().startsWith("[")) {
      return List.of(run.words());
    }
    ShellCommands shell = new ShellCommands();
    String flagless = run.rest().replaceFirst("^(--\\S+\\s+)+", "");
    if (run.document().isEmpty()) {
      shell.read(flagless);
    } else {
      shell.read(String.join("\n", run.document()));
    }
    return shell.commands;
  }

  private void read(String text) {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (quote != 0) {
        if (one == quote) {
          quote = 0;
        } else {
          word.append(one);
        }
      } else if (one == '"' || one == '\'') {
        quote = one;
        inWord = true;
      } else if (";\n&|".indexOf(one) >= 0) {
        boolean twice = i + 1 < text.length() && text.charAt(i + 1) == one;
        endCommand();
        alternative = one == '|';
        i += twice ? 1 : 0;
      } else if (Character.isWhitespace(one)) {
        endWord();
      } else {
        inWord = true;
        word.append(one);
      }
    }
    endCommand();
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
    }
    word.setLength(0);
    inWord = false;
  }

  private void endCommand() {
    endWord();
    if (!words.isEmpty() && !alternative) {
      commands.add(words);
    }
    words = new ArrayList<>();
  }
}
