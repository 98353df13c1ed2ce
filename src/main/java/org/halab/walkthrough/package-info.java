/**
 * The walkthrough: the features live in a terminal, one step at a time, on a cluster under the
 * guide's own names and ports. Its hooks stop before each step, its Cucumber plugin prints what the
 * features say and what was seen. Uses {@code support}, {@code live} and the driver; nothing uses
 * it.
 */
package org.halab.walkthrough;
