/**
 * Several hosts, each with an engine of its own, and the swarm on them: three that the run starts
 * for itself on this machine and ends again. Uses {@code engine}, {@code timing} and {@code
 * domain}.
 */
package org.halab.hosts;
