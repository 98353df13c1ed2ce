package org.halab.checker.failover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halab.domain.History;
import org.halab.domain.Lane;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.domain.Settings;
import org.halab.domain.WriteProbe;
import org.halab.message.Message;

/**
 * What is known of an experiment with a fault.
 *
 * @param done what was broken, as a sentence
 * @param at when
 * @param healedAt when it was healed; empty if it was not
 * @param oldLeader who led before
 * @param newLeader who led at the end; the same one if nothing changed
 * @param before who held the lock before, and in which session
 * @param logs of all services since the fault, in any order
 * @param lock the lock's changes since before the fault
 * @param lanes what every part was seen to be
 * @param probes of each node, whether it took a write
 * @param history of the clients
 * @param settings in force when it began
 */
public record FaultEvidence(
    Message done,
    Instant at,
    Optional<Instant> healedAt,
    Node oldLeader,
    Node newLeader,
    LeaderLock before,
    List<LogLine> logs,
    List<LockChange> lock,
    List<Lane> lanes,
    List<WriteProbe> probes,
    History history,
    Settings settings) {}
