package org.halab.live;

import java.util.Optional;
import org.halab.cluster.Cluster;
import org.halab.experiment.Experiment;

/**
 * What one feature is at, and with what.
 *
 * @param id stays the same from one scenario of the feature to the next
 * @param cluster empty until a step has asked for one
 * @param experiment empty until one watches that cluster
 */
public record Scene(
    long id, Glimpse glimpse, Optional<Cluster> cluster, Optional<Experiment> experiment) {}
