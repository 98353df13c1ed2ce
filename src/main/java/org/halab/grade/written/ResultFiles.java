package org.halab.grade.written;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.halab.message.Language;

/** The results of one project for other programs. */
public final class ResultFiles {
  private ResultFiles() {}

  /**
   * Writes {@code result.json} (Classroom 50), {@code results.json} (Gradescope), {@code vpl.txt}
   * (Moodle's VPL) and {@code junit.xml}, in UTF-8.
   *
   * @param directory is made if it is not there; files of these names are replaced
   * @return the files
   */
  public static List<Path> write(
      Path directory, Results results, Submission submission, Language language) {
    Told told = new Told(results, language);
    List<Path> files = new ArrayList<>();
    for (ResultForm form :
        List.of(new Classroom50(submission), new Gradescope(), new MoodleVpl(), new JunitXml())) {
      files.add(TextFile.write(directory.resolve(form.file()), form.text(told)));
    }
    return files;
  }

  /** What {@code vpl.txt} says, for a script of VPL's own that prints it. */
  public static String vplLines(Results results, Language language) {
    return new MoodleVpl().text(new Told(results, language));
  }
}
