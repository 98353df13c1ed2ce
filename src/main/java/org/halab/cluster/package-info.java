/**
 * A cluster as an experimenter has it: bring it up, see it healthy, break it, bring it back to
 * health. Puts {@code control}, {@code observe} and {@code workload} together; the features' steps
 * speak to it.
 */
package org.halab.cluster;
