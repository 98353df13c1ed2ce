package org.halab.domain;

/**
 * A transaction whose commit was sent, as its server knew it just before.
 *
 * @param xid its number, as {@code pg_xact_status} takes it; another server may give it to another
 *     transaction
 * @param timeline of the server
 * @param lsn up to where the WAL had been written then, with all but the commit
 * @param done whether the server said that it had committed, though with a doubt
 */
public record SentCommit(long xid, int timeline, long lsn, boolean done) {
  public SentCommit withDoubt() {
    return new SentCommit(xid, timeline, lsn, true);
  }
}
