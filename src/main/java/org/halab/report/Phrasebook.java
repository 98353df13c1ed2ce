package org.halab.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * The short phrases of steps, tables and notes in another language, by the English ones. A phrase
 * may have holes, {@code {}}; what stands in a hole is a phrase itself.
 */
public final class Phrasebook {
  private static final String HOLE = "{}";
  private static final Map<String, Phrasebook> READ = new ConcurrentHashMap<>();

  private final Map<String, String> phrases;
  private final Map<String, String> english = new HashMap<>();
  private final Map<Pattern, String> withHoles = new LinkedHashMap<>();

  private Phrasebook(Map<String, String> phrases) {
    this.phrases = phrases;
    phrases.forEach(
        (words, said) -> {
          if (words.contains(HOLE)) {
            withHoles.put(pattern(words), said);
          } else {
            english.putIfAbsent(said, words);
          }
        });
  }

  /**
   * @param language as {@code ru}; in one that has no phrasebook everything stays as it is
   */
  public static Phrasebook of(String language) {
    return READ.computeIfAbsent(language, Phrasebook::read);
  }

  private static Phrasebook read(String language) {
    try (InputStream yaml = Phrasebook.class.getResourceAsStream("phrases_" + language + ".yml")) {
      return new Phrasebook(yaml == null ? Map.of() : new Yaml().load(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the language of those words. */
  static Phrasebook in(Words words) {
    return of(words.language().tag());
  }

  /** In the book's language; as it is if the book does not have it. */
  public String say(String words) {
    String whole = phrases.get(words);
    return whole != null ? whole : filled(words).orElse(words);
  }

  /** In English; as it is if the book does not have it. A phrase with holes is not looked for. */
  public String english(String said) {
    return english.getOrDefault(said, said);
  }

  private Optional<String> filled(String words) {
    for (Map.Entry<Pattern, String> phrase : withHoles.entrySet()) {
      Matcher matcher = phrase.getKey().matcher(words);
      if (matcher.matches()) {
        String said = phrase.getValue();
        for (int hole = 1; hole <= matcher.groupCount(); hole++) {
          said =
              said.replaceFirst(
                  Pattern.quote(HOLE), Matcher.quoteReplacement(say(matcher.group(hole))));
        }
        return Optional.of(said);
      }
    }
    return Optional.empty();
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(
        Stream.of(words.split(Pattern.quote(HOLE), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("(.*?)")),
        Pattern.DOTALL);
  }
}
