package org.halab.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One instruction of a Dockerfile, its lines joined.
 *
 * @param keyword in capitals
 * @param rest what follows it, in one line
 * @param document the lines of the documents that it has ({@code <<EOF}); mostly none
 * @param line of the file on which it begins, from 1
 */
public record Instruction(String keyword, String rest, List<String> document, int line) {
  private static final Pattern FORM = Pattern.compile("([A-Za-z]+)(?:\\s+(.*))?");
  private static final Pattern DOCUMENT = Pattern.compile("<<-?\\s*[\"']?(\\w+)[\"']?");
  private static final Pattern ESCAPE =
      Pattern.compile("(?i)\\A(?:#[^\\n]*\\n)*?#\\s*escape\\s*=\\s*`");

  /** All of a Dockerfile, in their order. */
  public static List<Instruction> in(String dockerfile) {
    List<String> lines = dockerfile.lines().toList();
    String escape = ESCAPE.matcher(dockerfile.replace("\r", "")).find() ? "`" : "\\";
    List<Instruction> all = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int first = at;
      StringBuilder joined = new StringBuilder();
      boolean more = true;
      while (more && at < lines.size()) {
        String line = lines.get(at++).strip();
        boolean said = !line.isEmpty() && !line.startsWith("#");
        if (said) {
          more = line.endsWith(escape);
          joined.append(more ? line.substring(0, line.length() - 1) + " " : line);
        } else if (joined.isEmpty()) {
          more = false;
        }
      }
      Matcher form = FORM.matcher(joined.toString().strip());
      if (form.matches()) {
        String keyword = form.group(1).toUpperCase(Locale.ROOT);
        String rest = form.group(2) == null ? "" : form.group(2).strip();
        List<String> document = new ArrayList<>();
        if (keyword.matches("RUN|COPY|ADD")) {
          for (Matcher mark = DOCUMENT.matcher(rest); mark.find(); ) {
            while (at < lines.size() && !lines.get(at).strip().equals(mark.group(1))) {
              document.add(lines.get(at++));
            }
            at++;
          }
        }
        all.add(new Instruction(keyword, rest, List.copyOf(document), first + 1));
      }
    }
    return all;
  }

  /** The words after the flags ({@code --chown=…}), of the plain form or of the JSON one. */
  public List<String> words() {
    String plain = rest.replaceFirst("^(--\\S+\\s+)+", "").strip();
    if (!plain.startsWith("[")) {
      return List.of(plain.split("\\s+"));
    }
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(plain);
    while (word.find()) {
      words.add(word.group(1));
    }
    return words;
  }

  /** The value of a flag; empty if it is not given. */
  public String flag(String name) {
    Matcher flag = Pattern.compile("^(?:--\\S+\\s+)*?--" + name + "=(\\S+)(\\s.*)?$").matcher(rest);
    return flag.matches() ? flag.group(1) : "";
  }
}
