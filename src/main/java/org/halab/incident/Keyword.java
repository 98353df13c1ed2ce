package org.halab.incident;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.halab.message.Language;
import org.halab.message.Message;

/** What a person can say at the prompt: the whole word or its beginning, in English or his own. */
public enum Keyword {
  HINT,
  CHECK,
  GIVE_UP,
  HELP;

  /** Empty if it is none, or could be several. */
  static Optional<Keyword> of(String typed) {
    String said = typed.strip().toLowerCase(Locale.ROOT);
    if (said.equals("q") || said.equals("quit")) {
      return Optional.of(GIVE_UP);
    }
    return said.isEmpty() ? Optional.empty() : meant(said);
  }

  private static Optional<Keyword> meant(String said) {
    var matching =
        Stream.of(values())
            .filter(
                one ->
                    Stream.of(Language.ENGLISH, Language.chosen())
                        .map(language -> Message.of("incident.keyword", one).in(language))
                        .anyMatch(word -> word.startsWith(said)))
            .toList();
    return matching.size() == 1 ? Optional.of(matching.get(0)) : Optional.empty();
  }
}
