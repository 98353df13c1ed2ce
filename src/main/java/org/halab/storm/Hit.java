package org.halab.storm;

import java.time.Duration;

/**
 * One fault of a strike.
 *
 * @param fault as a step says it
 * @param at when it begins, after the beginning of the strike
 * @param length until it is healed
 */
public record Hit(String fault, Duration at, Duration length) {
  Duration end() {
    return at.plus(length);
  }
}
