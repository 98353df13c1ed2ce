package org.halab.reading;

import java.util.stream.Stream;
import org.halab.finding.Finding;

/** One matter that a project's files show, or do not. */
interface Rule {
  /** What is to be said of it; nothing of a project in which all is as printed. */
  Stream<Finding> read(ReadProject project);
}
