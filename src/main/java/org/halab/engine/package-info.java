/**
 * The container engine and what runs on it: the only room that knows docker-java and
 * Testcontainers. A service's container with all that can be done to it, the labels by which the
 * lab knows its own, what killed runs left; where an engine is, and the way to the ports of one on
 * another machine. Uses {@code timing} and {@code domain}.
 */
package org.halab.engine;
