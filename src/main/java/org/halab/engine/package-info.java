/**
 * The container engine and what runs on it: the only room that knows docker-java. A container's\n *
 * access, the labels by which the lab knows its own, what killed runs left. Uses {@code timing}
 * and\n * {@code domain}.
 */
package org.halab.engine;
