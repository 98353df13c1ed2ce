/**
 * From findings and what was tried to a verdict on each of the guide's items, and to the points
 * that it earns by a file that a teacher edits.
 */
package org.halab.grade;
