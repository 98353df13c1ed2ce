package org.halab.message;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Words messages in one language, by patterns of ICU's MessageFormat in resource bundles. English
 * stands in for words that are missing.
 */
public final class Wording {
  private static final Map<Language, Wording> OF = new ConcurrentHashMap<>();

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final Map<String, ResourceBundle> rooms = new ConcurrentHashMap<>();

  private Wording(Language language) {
    this.locale = Locale.forLanguageTag(language.tag());
  }

  public static Wording in(Language language) {
    return OF.computeIfAbsent(language, Wording::new);
  }

  public String say(Message message) {
    return pattern(message.key())
        .map(pattern -> format(pattern, message.arguments()))
        .orElseGet(() -> message.key() + " " + message.arguments());
  }

  /** The keys that begin so, the room's name included. */
  Set<String> keys(String prefix) {
    String room = prefix.replaceFirst("\\..*", "");
    return room(room).keySet().stream()
        .map(rest -> room + "." + rest)
        .filter(key -> key.startsWith(prefix))
        .collect(Collectors.toSet());
  }

  Optional<String> pattern(String key) {
    ResourceBundle words = room(key.replaceFirst("\\..*", ""));
    String rest = key.substring(key.indexOf('.') + 1);
    return words.containsKey(rest) ? Optional.of(words.getString(rest)) : Optional.empty();
  }

  private ResourceBundle room(String name) {
    return rooms.computeIfAbsent(
        name,
        room -> ResourceBundle.getBundle("org.halab." + room + ".messages", locale, NO_FALLBACK));
  }

  private String format(String pattern, Map<String, Object> arguments) {
    MessagePattern parsed = new MessagePattern(pattern);
    Set<String> counted = counted(parsed);
    Map<String, Object> worded = new HashMap<>();
    arguments.forEach(
        (name, value) ->
            worded.put(
                name, value instanceof Number && counted.contains(name) ? value : word(value)));
    StringBuffer text = new StringBuffer();
    new MessageFormat(pattern, ULocale.forLocale(locale)).format(worded, text, null);
    return text.toString();
  }

  /** Those that a plural is chosen by; all other numbers stand in the text as plain digits. */
  private static Set<String> counted(MessagePattern pattern) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i + 1 < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_START
          && part.getArgType().hasPluralStyle()) {
        names.add(pattern.getSubstring(pattern.getPart(i + 1)));
      }
    }
    return names;
  }

  private String word(Object value) {
    if (value instanceof Message message) {
      return say(message);
    } else if (value instanceof Collection<?> several) {
      return several.stream().map(this::word).collect(Collectors.joining(", "));
    }
    return String.valueOf(value);
  }
}
