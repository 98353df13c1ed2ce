@beyond @fault @slots-and-wal
Feature: What replication lives by fails: the slot, the password, the archive
  Nobody is stopped and no link is down. Something that replication needs is taken away from it, as a
  person does who tidies up, or a routine that was not thought through.

  Background:
    Given a running improved cluster
    And clients write and read numbered rows through the entrypoint

  Rule: A replica that is refused is no longer waited for after two rounds of Patroni

    @series
    Scenario: The replica's slot is dropped
      Patroni makes it again in its next round.

      When the replica's replication slot is dropped
      Then writes succeed through the entrypoint
      And the leader stays the leader
      And the outage of writes stays within its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

    @series
    Scenario: The replication password is rotated, and the nodes are not told
      When the replication password is changed and the nodes are not told for 40 seconds
      Then writes succeed through the entrypoint
      And the leader stays the leader
      And the outage of writes stays within its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

  Rule: A replica whose slot is given up comes back by the archive

    @series
    Scenario: The replica is away for longer than max_slot_wal_keep_size
      The smallest limits that there are, so that little has to be written: 16 MB for the slot, and for
      those without one. The slot of the returned replica is good again once it streams.

      When the replica is away until its replication slot is given up
      And the node returns
      Then the returned node is the synchronous standby again
      And it came back by the archive
      And it follows the leader, and both hold the same rows
      And the leader stays the leader
      And the outage of writes stays within its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

  Rule: Clients know nothing of the archive

    @series
    Scenario: The WAL archive takes no more files
      When the WAL archive takes no more files for 15 seconds
      Then clients notice nothing
      And the leader stays the leader
      And every acknowledged row is present

    @series
    Scenario: The archive has another file of the same name
      A storm found this on three nodes after thirty failovers. Where a timeline ends in the middle of a
      file, what is left behind its end differs from node to node, and several nodes archive it. A
      command that takes a name again only if its content is the same fails for ever then, and all later
      files wait for that one. This one keeps both.

      When the archive has another file under the name of the one that the leader archives next
      Then no node has a file that the archive does not take
      And the archive has both files
      And every acknowledged row is present
