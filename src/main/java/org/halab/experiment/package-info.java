/**
 * A fault under the eyes of clients, probes and watches, recorded and judged. Uses {@code fault},\n
 * * {@code workload}, {@code checker}, {@code report} and what is below them.
 */
package org.halab.experiment;
