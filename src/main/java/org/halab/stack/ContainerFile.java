package org.halab.stack;

import java.nio.file.Path;

/** A file of the project that a container has, at another place. */
public record ContainerFile(Path file, String inContainer) {}
