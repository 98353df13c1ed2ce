package org.halab.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one COPY or ADD of a Dockerfile takes from the build's context.
 *
 * @param sources below the context; may be patterns or directories
 * @param target in the image; absolute
 * @param intoDirectory whether the target is a directory that gets the sources
 */
record CopyInstruction(List<String> sources, String target, boolean intoDirectory) {
  private static final Pattern INSTRUCTION = Pattern.compile("(?i)(COPY|ADD|WORKDIR)\\s+(.*)");
  private static final Pattern JSON_WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** All that take from the context, in their order; those that take from a stage are left out. */
  static List<CopyInstruction> in(String dockerfile) {
    List<CopyInstruction> copies = new ArrayList<>();
    String directory = "/";
    for (String line : dockerfile.replaceAll("\\\\\\R", " ").split("\\R")) {
      Matcher instruction = INSTRUCTION.matcher(line.strip());
      if (!instruction.matches()) {
        continue;
      }
      String rest = instruction.group(2).strip();
      if (instruction.group(1).equalsIgnoreCase("WORKDIR")) {
        directory = absolute(directory, rest);
      } else if (!rest.contains("--from=") && !rest.contains("<<")) {
        List<String> words = words(rest);
        if (words.size() > 1) {
          copies.add(copy(words, directory));
        }
      }
    }
    return copies;
  }

  private static CopyInstruction copy(List<String> words, String directory) {
    List<String> sources = List.copyOf(words.subList(0, words.size() - 1));
    String target = words.get(words.size() - 1);
    boolean into =
        target.endsWith("/")
            || target.equals(".")
            || sources.size() > 1
            || sources.stream().anyMatch(one -> one.matches(".*[*?\\[].*"));
    return new CopyInstruction(sources, absolute(directory, target), into);
  }

  private static List<String> words(String rest) {
    List<String> words = new ArrayList<>();
    String plain = rest.replaceAll("(^|\\s)--\\S+", " ").strip();
    if (plain.startsWith("[")) {
      Matcher word = JSON_WORD.matcher(plain);
      while (word.find()) {
        words.add(word.group(1));
      }
      return words;
    }
    return List.of(plain.split("\\s+"));
  }

  static String absolute(String directory, String path) {
    return PathInContainer.normal(path.startsWith("/") ? path : directory + "/" + path);
  }
}
