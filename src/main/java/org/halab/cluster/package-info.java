/**
 * A cluster as an experimenter has it: its parts to be asked, when it is a running cluster, its\n *
 * configuration and how to change it. Uses {@code deploy}, {@code observe} and what is below them.
 */
package org.halab.cluster;
