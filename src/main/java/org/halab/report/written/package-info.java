/**
 * The written report: one page of HTML, the same as PDF and as Markdown, and the full logs beside
 * it. Its form is in the templates among the resources, its words in {@code texts.properties} and
 * the same in other languages.
 */
package org.halab.report.written;
