package org.halab.message;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fixed expressions of features, tables and records: the names of faults, phases and ways, the
 * columns and cells that a feature compares. The program knows them by their English words; a
 * feature in another language says them in its own.
 */
public final class Terms {
  private static final String PREFIX = "message.term.";
  private static final Map<Language, Map<String, String>> ENGLISH = new ConcurrentHashMap<>();

  private Terms() {}

  /** A message that says the term; what is none is data, and says itself. */
  public static Message of(String english) {
    String key = PREFIX + english.replaceAll("[^A-Za-z0-9]+", "_");
    return Wording.in(Language.ENGLISH).pattern(key).filter(english::equals).isPresent()
        ? new Message(key, Map.of())
        : Message.text(english);
  }

  public static boolean known(String english) {
    return of(english).key().startsWith(PREFIX);
  }

  /** The English words of a term; what is none stays as it is. */
  public static String english(String said, Language language) {
    return ENGLISH.computeIfAbsent(language, Terms::all).getOrDefault(said, said);
  }

  private static Map<String, String> all(Language language) {
    Map<String, String> english = new ConcurrentHashMap<>();
    Wording words = Wording.in(language);
    words
        .keys(PREFIX)
        .forEach(
            key ->
                english.putIfAbsent(
                    words.pattern(key).orElseThrow(),
                    Wording.in(Language.ENGLISH).pattern(key).orElseThrow()));
    return english;
  }
}
