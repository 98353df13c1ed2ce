package org.halab.fault;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.domain.OutageBound;
import org.halab.domain.ReplicationSettings;
import org.halab.domain.Settings;
import org.halab.timing.Bounds;
import org.halab.timing.Calibration;
import org.halab.timing.Calibrations;

/**
 * A fault as the features name it: its words, how it is made where it strikes, and how long clients
 * may then be without writes, if the settings bound that. {@link Faults} registers it.
 */
public final class NamedFault {
  /** Makes the fault for a place; nothing is broken yet. */
  interface Making {
    FaultAction at(Site site);
  }

  /** How long clients may be without writes. */
  interface Limit {
    OutageBound of(Bounds bounds, Site site) throws SQLException;
  }

  private final String words;
  private final Making making;
  private final Optional<Limit> limit;
  private Optional<Function<Calibrations, Calibration>> calibration = Optional.empty();
  private boolean ofHosts;

  private NamedFault(String words, Making making, Optional<Limit> limit) {
    this.words = words;
    this.making = making;
    this.limit = limit;
  }

  /**
   * @param words as a step says it: {@code the leader is stopped}
   */
  static NamedFault of(String words, Making making) {
    return new NamedFault(words, making, Optional.empty());
  }

  /** One whose outage the settings bound. */
  static NamedFault of(String words, Making making, Function<Bounds, OutageBound> limit) {
    return new NamedFault(words, making, Optional.of((bounds, site) -> limit.apply(bounds)));
  }

  /** One whose outage is bounded by the settings and by what the place says of itself. */
  static NamedFault of(String words, Making making, Limit limit) {
    return new NamedFault(words, making, Optional.of(limit));
  }

  /** The same, said to be of hosts: a cluster on one engine has none. */
  NamedFault ofHosts() {
    ofHosts = true;
    return this;
  }

  /** The same, of which it is computed how long each stage takes, and not only the longest. */
  NamedFault calibrated(Function<Calibrations, Calibration> computed) {
    calibration = Optional.of(computed);
    return this;
  }

  /** Whether a cluster has what this fault breaks. */
  public boolean fits(Cluster cluster) {
    return !ofHosts || cluster.project().swarm().isPresent();
  }

  /** Both at once; their outage is bounded if that of each is. */
  public NamedFault and(NamedFault other) {
    return new NamedFault(
        words + " and " + other.words,
        site -> Together.both(making.at(site), other.making.at(site)),
        limit.flatMap(
            one ->
                other.limit.map(
                    another ->
                        (bounds, site) ->
                            one.of(bounds, site).orLonger(another.of(bounds, site)))));
  }

  public String words() {
    return words;
  }

  public FaultAction on(Cluster cluster, Node leader) {
    return making.at(new Site(cluster, leader));
  }

  /** Whether the check of this fault's effect finds none while none was made. */
  public boolean pretendedIsNoticed(Cluster cluster, Node leader) {
    FaultAction pretended = new Pretended(on(cluster, leader));
    pretended.inflict();
    return !pretended.inEffect();
  }

  /**
   * By the cluster's settings now; empty if they do not bound this fault's outage. Nobody is asked
   * who leads: the leader's Patroni may not answer, and its lock must not expire meanwhile.
   */
  public Optional<OutageBound> bound(Cluster cluster, Node leader) throws SQLException {
    return limit.isEmpty()
        ? Optional.empty()
        : Optional.of(limit.get().of(cluster.bounds(), new Site(cluster, leader)));
  }

  /**
   * How long each stage takes, by settings; empty if that is not computed for this fault.
   *
   * @param replication PostgreSQL's
   */
  public Optional<Calibration> calibration(Settings settings, ReplicationSettings replication) {
    return calibration.map(one -> one.apply(new Calibrations(settings, replication)));
  }

  /** Whether {@link #calibration} computes anything. */
  public boolean calibrated() {
    return calibration.isPresent();
  }

  @Override
  public String toString() {
    return words;
  }
}
