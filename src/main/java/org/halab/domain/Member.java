package org.halab.domain;

import java.util.OptionalInt;

/**
 * A member of the cluster as Patroni reports it. The state is Patroni's claim: a member can be
 * "running" with lag 0 and yet receive nothing.
 *
 * @param timeline the PostgreSQL timeline the member is on, where it said so
 * @param lag how far the member is behind the leader: bytes of WAL, {@code unknown}, or empty for
 *     the leader itself
 * @param apart whether by its settings it is not among those who acknowledge writes
 */
public record Member(
    String name,
    String host,
    Role role,
    String state,
    OptionalInt timeline,
    String lag,
    boolean apart) {}
