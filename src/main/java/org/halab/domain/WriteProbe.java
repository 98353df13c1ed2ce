package org.halab.domain;

import java.time.Instant;

/**
 * One attempt to write to one node, straight.
 *
 * @param taken whether the node said yes
 */
public record WriteProbe(String node, Instant start, Instant end, boolean taken) {}
