package org.halab.stack;

import java.util.ArrayList;
import java.util.List;

/**
 * What one COPY or ADD of a Dockerfile takes from the build's context.
 *
 * @param sources below the context; may be patterns or directories
 * @param target in the image; absolute
 * @param intoDirectory whether the target is a directory that gets the sources
 */
record CopyInstruction(List<String> sources, String target, boolean intoDirectory) {
  /** All that take from the context, in their order; those that take from a stage are left out. */
  static List<CopyInstruction> in(String dockerfile) {
    List<CopyInstruction> copies = new ArrayList<>();
    String directory = "/";
    for (Instruction one : Instruction.in(dockerfile)) {
      if (one.keyword().equals("WORKDIR")) {
        directory = PathInContainer.absolute(directory, one.rest());
      } else if (one.keyword().matches("COPY|ADD")
          && one.flag("from").isEmpty()
          && !one.rest().contains("<<")) {
        List<String> words = one.words();
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
    return new CopyInstruction(sources, PathInContainer.absolute(directory, target), into);
  }
}
