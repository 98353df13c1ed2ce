/**
 * Runs that are kept on request, to be compared: what each found, in a small file, and what changed
 * from one to the next. Nothing here knows of the run's evidence, which stays with its report.
 */
package org.halab.report.history;
