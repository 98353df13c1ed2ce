package org.halab.walkthrough;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.message.Language;
import org.halab.message.Terms;
import org.yaml.snakeyaml.Yaml;

/**
 * What each step is about to do, and what to try oneself afterwards, by the step's method: the
 * explanation is the same for every sentence and every language of the step.
 */
final class Explanations {
  private static final Pattern METHOD = Pattern.compile("([A-Za-z]+\\.[A-Za-z]+)\\(");
  private static final Pattern DEADLINE = Pattern.compile("deadline|срок");

  private final Map<String, Map<String, Object>> byMethod;
  private final Map<String, Map<String, Object>> translated;

  /**
   * @param does what will be done, in a sentence
   * @param tries commands for a person; with placeholders, see {@link Placeholders}
   * @param atOnce whether it measures time since the step before, and so cannot wait for a person
   * @param fault whether it breaks something, so that one can guess what will come of it
   */
  record Explanation(String does, List<String> tries, boolean atOnce, boolean fault) {}

  private Explanations(
      Map<String, Map<String, Object>> byMethod, Map<String, Map<String, Object>> translated) {
    this.byMethod = byMethod;
    this.translated = translated;
  }

  /** In that language as far as there is a translation, else in English. */
  static Explanations in(Language language) {
    return new Explanations(
        file("explanations.yml"), file("explanations_" + language.tag() + ".yml"));
  }

  private static Map<String, Map<String, Object>> file(String name) {
    try (InputStream yaml = Explanations.class.getResourceAsStream(name)) {
      return yaml == null ? Map.of() : new Yaml().load(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param location as Cucumber gives it: {@code org.halab.steps.ClusterSteps.runningCluster()}
   * @param words the step's own; a method that serves several sentences may have words for each
   * @return of a step without an explanation, what its own words tell
   */
  Explanation of(String location, String words) {
    Map<String, Object> entry = byMethod.get(method(location));
    return entry == null
        ? new Explanation("", List.of(), DEADLINE.matcher(words).find(), false)
        : read(entry, translated.getOrDefault(method(location), entry), words);
  }

  boolean has(String location) {
    return byMethod.containsKey(method(location));
  }

  Set<String> methods() {
    return byMethod.keySet();
  }

  Set<String> translatedMethods() {
    return translated.keySet();
  }

  static String method(String location) {
    Matcher matcher = METHOD.matcher(location);
    return matcher.find() ? matcher.group(1) : location;
  }

  private static Explanation read(
      Map<String, Object> entry, Map<String, Object> said, String words) {
    Object tries = entry.getOrDefault("try", List.of());
    return new Explanation(
        TerminalText.flowing(String.valueOf(does(said, Terms.english(words, Language.RUSSIAN)))),
        ((List<?>) tries).stream().map(String::valueOf).toList(),
        Boolean.TRUE.equals(entry.get("at once")),
        Boolean.TRUE.equals(entry.get("fault")));
  }

  private static Object does(Map<String, Object> entry, String words) {
    Map<?, ?> sentences = (Map<?, ?>) entry.getOrDefault("does for", Map.of());
    return sentences.entrySet().stream()
        .filter(sentence -> words.contains(sentence.getKey().toString()))
        .findFirst()
        .<Object>map(Map.Entry::getValue)
        .orElseGet(() -> entry.getOrDefault("does", ""));
  }
}
