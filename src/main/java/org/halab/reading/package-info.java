/**
 * What can be read from a student's files in a second, before anything is started: one small rule
 * for each matter, and findings with the file and the line. Uses {@code stack}, {@code finding},
 * {@code domain} and {@code message}.
 */
package org.halab.reading;
