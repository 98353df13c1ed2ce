package org.halab.domain;

import java.time.Instant;

/**
 * One read of one session.
 *
 * @param session who read
 * @param place where: a session that moves to another node begins anew there
 * @param seen what only ever grows: the highest number of a row
 */
public record Sighting(String session, String place, Instant at, long seen) {}
