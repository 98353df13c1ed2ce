package org.halab.standin;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A service whose image cannot be had, and what takes its place.
 *
 * @param image that cannot be had: the service's, or one that its build stands on
 * @param answer why it cannot be had
 * @param dockerfile of a build that therefore does not happen; empty if there is none
 * @param part what stands in; empty if nothing does, and the service is left out
 */
record Lack(
    String service, String image, Answer answer, Optional<Path> dockerfile, Optional<Part> part) {
  boolean leftOut() {
    return part.isEmpty();
  }
}
