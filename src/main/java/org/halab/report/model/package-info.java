/**
 * What the written report is made from: the run's features with their results and exhibits, and the
 * record of each fault. Plain values that know nothing of the test framework or of the report's
 * form.
 */
package org.halab.report.model;
