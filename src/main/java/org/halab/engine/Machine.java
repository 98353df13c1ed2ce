package org.halab.engine;

/**
 * The machine that the engine runs on, as the engine tells it; where that is a virtual machine, the
 * virtual one.
 *
 * @param engine its version
 */
public record Machine(int cores, long memoryBytes, String system, String engine) {}
