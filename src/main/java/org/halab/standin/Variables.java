package org.halab.standin;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ARG and ENV of a Dockerfile, as its later instructions see them. */
final class Variables {
  private static final Pattern USE =
      Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)(?::([-+])([^}]*))?\\})");
  private static final Pattern ASSIGNMENT =
      Pattern.compile("([A-Za-z_]\\w*)=(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|(?:[^\\s\\\\]|\\\\.)*)");

  private final Map<String, String> values = new HashMap<>();

  /**
   * @param given to the build, over the defaults of ARG
   */
  void argument(String rest, Map<String, String> given) {
    String name = rest.replaceFirst("=.*", "").strip();
    Matcher withDefault = ASSIGNMENT.matcher(rest);
    if (given.containsKey(name)) {
      values.put(name, given.get(name));
    } else if (withDefault.lookingAt()) {
      values.put(name, in(unquoted(withDefault.group(2))));
    }
  }

  /** What an ARG before the first FROM says holds in a stage that names it again. */
  void inherit(Variables global, String name) {
    if (global.values.containsKey(name)) {
      values.putIfAbsent(name, global.values.get(name));
    }
  }

  void environment(String rest) {
    Matcher assignment = ASSIGNMENT.matcher(rest);
    if (assignment.lookingAt()) {
      Map<String, String> all = new HashMap<>();
      assignment.reset();
      while (assignment.find()) {
        all.put(assignment.group(1), in(unquoted(assignment.group(2))));
      }
      values.putAll(all);
    } else {
      String[] old = rest.strip().split("\\s+", 2);
      values.put(old[0], old.length > 1 ? in(unquoted(old[1])) : "");
    }
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  /** A text with what stands for its variables; nothing for those that are not set. */
  String in(String text) {
    Matcher use = USE.matcher(text);
    StringBuilder replaced = new StringBuilder();
    while (use.find()) {
      String name = use.group(1) != null ? use.group(1) : use.group(2);
      String value = values.getOrDefault(name, "");
      if ("-".equals(use.group(3)) && value.isEmpty()) {
        value = use.group(4);
      } else if ("+".equals(use.group(3)) && !value.isEmpty()) {
        value = use.group(4);
      }
      use.appendReplacement(replaced, Matcher.quoteReplacement(value));
    }
    use.appendTail(replaced);
    return replaced.toString();
  }

  private static String unquoted(String value) {
    return value.matches("(?s)\".*\"|'.*'") ? value.substring(1, value.length() - 1) : value;
  }
}
