/**
 * Judges what transactions saw of each other: whether an update was lost, something was read that
 * never came to be, half of a transaction was seen, or two reads tell of different orders. Pure;
 * uses {@code domain} and {@code message}.
 *
 * <p>All of it follows from the lists. An element is appended once, so it names its transaction;
 * and the elements before it name those that came earlier. A transaction of unknown outcome has
 * happened if its elements are there, and has not if they are not: neither is held against the
 * database. A replica may be behind, which is no anomaly; only what it tells of the order counts.
 *
 * @see <a href="https://www.vldb.org/pvldb/vol14/p268-alvaro.pdf">Elle: Inferring Isolation
 *     Anomalies from Experimental Observations</a>
 */
package org.halab.checker.isolation;
