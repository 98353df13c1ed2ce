package org.halab.message;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something to be said, in no language yet: a key and named arguments. It is made where it arises
 * and worded where it is shown, by the bundle {@code messages} of the room that its key begins
 * with.
 *
 * @param arguments each a text, a number, another message, or a list of these
 */
public record Message(String key, Map<String, Object> arguments) {
  public Message {
    Map<String, Object> copy = new TreeMap<>();
    arguments.forEach((name, value) -> copy.put(name, argument(value)));
    arguments = Collections.unmodifiableMap(copy);
  }

  /**
   * @param key the room's name, a dot, and what sets it apart there
   */
  public static Message of(String key) {
    return new Message(key, Map.of());
  }

  /** One of several that differ by the constant: its name ends the key. */
  public static Message of(String key, Enum<?> constant) {
    return new Message(key + "." + constant.name(), Map.of());
  }

  /** What a program itself says, or what a person wrote: the same in every language. */
  public static Message text(Object words) {
    return Message.of("message.text").with("text", words);
  }

  /** Seconds, with one decimal and their unit. */
  public static Message seconds(Duration time) {
    return Message.of("message.seconds")
        .with("seconds", String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0));
  }

  /** One after the other, with the same mark between each two. */
  public static Message joined(String mark, Collection<?> parts) {
    return parts.stream()
        .map(Message::text)
        .reduce(
            (first, second) ->
                Message.of("message.joined")
                    .with("first", first)
                    .with("mark", mark)
                    .with("second", second))
        .orElse(text(""));
  }

  /** One and another, and so on. */
  public static Message and(Collection<?> parts) {
    return parts.stream()
        .map(Message::text)
        .reduce(
            (first, second) ->
                Message.of("message.and").with("first", first).with("second", second))
        .orElse(text(""));
  }

  /**
   * The same with one argument more.
   *
   * @param value a length of time becomes a message, anything that is not named above a text
   */
  public Message with(String name, Object value) {
    Map<String, Object> more = new TreeMap<>(arguments);
    more.put(name, value);
    return new Message(key, more);
  }

  private static Object argument(Object value) {
    if (value instanceof Message || value instanceof Long || value instanceof Double) {
      return value;
    } else if (value instanceof Integer number) {
      return number.longValue();
    } else if (value instanceof Duration time) {
      return seconds(time);
    } else if (value instanceof Collection<?> several) {
      return several.stream().map(Message::argument).toList();
    } else if (value instanceof Map<?, ?> read && read.get("key") instanceof String key) {
      return new Message(key, ofJson(read.get("arguments")));
    }
    return String.valueOf(value);
  }

  /** As Jackson reads a message that stands in another. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> ofJson(Object arguments) {
    return arguments instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  public String in(Language language) {
    return Wording.in(language).say(this);
  }

  /** In the language of the run. */
  @Override
  public String toString() {
    return in(Language.chosen());
  }
}
