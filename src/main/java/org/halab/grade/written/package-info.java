/**
 * The results of an examination as files that other programs read, and those of a class as a table.
 * Whatever a stranger wrote goes through {@link org.halab.grade.written.PlainText} first.
 */
package org.halab.grade.written;
