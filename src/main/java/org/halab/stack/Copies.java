package org.halab.stack;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.domain.LabException;
import org.halab.message.Message;

/**
 * The copies of a project that a run makes, each in {@code WORK/NAME/files}. Who reads a message
 * has the original alone, so what is told names that.
 */
public final class Copies {
  private static final String FILES = "files";

  private final Path original;
  private final Path work;
  private final Pattern copy;

  /**
   * @param original the directory that was handed in
   * @param work where the copies are
   */
  public Copies(Path original, Path work) {
    this.original = original.toAbsolutePath().normalize();
    this.work = work.toAbsolutePath().normalize();
    String separator = Pattern.quote(File.separator);
    this.copy =
        Pattern.compile(
            Pattern.quote(this.work.toString())
                + separator
                + "[\\w-]+"
                + separator
                + FILES
                + "(?![\\w-])");
  }

  /** Where the copy of this name is, whether it was made or not. */
  public Path of(String name) {
    return work.resolve(name).resolve(FILES);
  }

  /** The same text with the original in place of each copy. */
  public String told(String text) {
    return copy.matcher(text).replaceAll(Matcher.quoteReplacement(original.toString()));
  }

  /**
   * What a question about a copy is answered.
   *
   * @throws LabException as the question throws it, with the original in place of each copy
   */
  <T> T told(Supplier<T> question) {
    try {
      return question.get();
    } catch (LabException e) {
      throw new LabException(Message.text(told(e.getMessage())), e);
    }
  }
}
