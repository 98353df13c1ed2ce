package org.halab.stack;

/**
 * What the engine has for containers.
 *
 * @param memory in bytes
 */
public record Room(int cores, long memory) {}
