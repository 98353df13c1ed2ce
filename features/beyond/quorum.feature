@beyond @fault @ha @series
Feature: Two of three nodes are lost
  With quorum commit an acknowledged row is on the leader and on any one of the two other nodes. Two
  of the three are killed at once and come back after the ttl; then the same with the one synchronous
  standby that the guide's setting names.

  Rule: Nobody leads who cannot know whether it has each acknowledged row

    @finding
    Scenario: The leader and one of its two standbys are killed
      The standby that is left may have every acknowledged row, but the one that is gone may have
      acknowledged the last of them.

      Given a running ha cluster
      And clients that know every entrypoint write and read numbered rows
      When the leader and a replica are killed until the ttl is over
      Then no other node took writes until they came back
      And the cluster is whole again by itself
      And the outage of writes stays within its bound
      And every acknowledged row is present

    @finding
    Scenario: The leader and the replica beside its synchronous standby are killed
      The setting is the guide's: one standby that each write waits for, and Patroni knows which one.

      Given a running ha cluster
      And the cluster is set to:
        | synchronous_mode | true |
      And clients that know every entrypoint write and read numbered rows
      When the leader and a replica are killed until another node leads
      Then writes succeed through the entrypoint
      And the cluster is whole again by itself
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: A leader whose standbys are lost goes on alone, for Patroni is not told to be strict

    Scenario: Both standbys are killed
      Given a running ha cluster
      And clients that know every entrypoint write and read numbered rows
      When all replicas are killed until the ttl is over
      Then the cluster is whole again by itself
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present
