/**
 * Judges a failover from one run's evidence: its events, how the leader lock ended, its phases, and
 * the outage against its bound. Says nothing in any language; {@code report} words it.
 */
package org.halab.checker.failover;
