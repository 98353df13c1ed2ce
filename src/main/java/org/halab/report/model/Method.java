package org.halab.report.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * With what a run was measured, as it is kept beside its results.
 *
 * @param commit of the lab's own files; empty if they are in no repository
 * @param clustersAtOnce how many clusters there were at most at one time
 * @param machine that the engine runs on; null if it was not asked
 * @param relayMillis how long the way takes to an engine on another machine, there and back; null
 *     if it is on this one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Method(
    String commit,
    int clustersAtOnce,
    Machine machine,
    Clients clients,
    Looks looks,
    Double relayMillis) {

  /**
   * @param system the operating system, as the engine names it
   * @param engine its version
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Machine(int cores, long memoryBytes, String system, String engine) {}

  /**
   * Those who keep their sessions; lengths of time in milliseconds.
   *
   * @param pause from the end of an operation to the next one of the same client
   * @param timeout to connect and for each answer
   * @param shortTimeout the same of clients that know several ways
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Clients(int writers, int readers, long pause, long timeout, long shortTimeout) {}

  /**
   * How often was looked, in milliseconds.
   *
   * @param lock at the leader key
   * @param parts at each node's Patroni and at the entrypoint's servers
   * @param probes of each node, by a write of its own
   * @param probeTimeout after which a probe is given up
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Looks(long lock, long parts, long probes, long probeTimeout) {}

  public Optional<Machine> askedMachine() {
    return Optional.ofNullable(machine);
  }

  public Optional<Double> relay() {
    return Optional.ofNullable(relayMillis);
  }
}
