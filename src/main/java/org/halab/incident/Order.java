package org.halab.incident;

import java.util.List;
import java.util.stream.Collectors;

/** A command that a person types at a shell's prompt, as its words: no shell takes part. */
public record Order(List<String> words) {
  private static final String PLAIN = "[\\w@%+=:,./-]+";

  public Order {
    words = List.copyOf(words);
  }

  /** As one types it. */
  @Override
  public String toString() {
    return words.stream()
        .map(word -> word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }
}
