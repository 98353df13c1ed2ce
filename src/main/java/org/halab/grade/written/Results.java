package org.halab.grade.written;

import org.halab.grade.Grade;
import org.halab.grade.Verdicts;

/**
 * What became of one project.
 *
 * @param project its name, as a directory has it: a stranger's text
 */
public record Results(String project, Verdicts verdicts, Grade grade) {}
