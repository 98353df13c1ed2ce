/**
 * What Cucumber tells of a run, and what the lab's report makes of it. Uses {@code report} and\n *
 * {@code cluster}.
 */
package org.halab.record;
