/**
 * A class: the projects of several people, each examined in a process of its own, several side by
 * side, and the table of all. Uses {@code examination} and {@code selection}.
 */
package org.halab.course;
