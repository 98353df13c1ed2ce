package org.halab.domain;

import java.time.Duration;

/**
 * How a node that was away came back.
 *
 * @param node its service
 * @param way how it got the leader's data, as a feature names it
 * @param megabytes of WAL that the leader wrote meanwhile
 * @param toSynchronous from the start of its container until the leader counted on it again
 */
public record Return(String node, String way, double megabytes, Duration toSynchronous) {}
