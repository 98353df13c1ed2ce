package org.halab.course;

import java.nio.file.Path;

/**
 * Somebody whose project is examined with a class.
 *
 * @param name as the directory or the list has it: a stranger's text
 * @param project the directory
 * @param directory the name under which the results are kept, which any file system takes
 */
record Entrant(String name, Path project, String directory) {}
