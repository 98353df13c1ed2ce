package org.halab.domain;

/**
 * Who answered a client.
 *
 * @param node the service; its address where it is not known whose that is
 * @param replica whether it said that it was one
 */
public record Answerer(String node, boolean replica) {}
