package org.halab.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.halab.stack.Tree;

/**
 * A small change to the project's files that makes a setting wrong.
 *
 * @param part whose setting it is, as HAProxy
 * @param name by which it is asked for
 * @param what is wrong, in a sentence
 * @param trials the scenarios that it is tried with, in their order; after a red one no other is.
 *     Where it is a matter of chance whether one is red, it is there several times
 * @param survives why no scenario is red; empty if one is to be
 */
public record WrongSetting(
    String part,
    String name,
    String what,
    List<FileEdit> edits,
    List<Trial> trials,
    String survives) {
  public WrongSetting {
    edits = List.copyOf(edits);
    trials = List.copyOf(trials);
  }

  /** Lays it into a copy of the project's files. */
  public void carryOut(Path files, Path copy) {
    Tree.remove(copy);
    Tree.copy(files, copy);
    try {
      for (FileEdit edit : edits) {
        edit.carryOut(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be carried out", e);
    }
  }
}
