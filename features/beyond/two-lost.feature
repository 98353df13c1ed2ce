@beyond @fault @ha @two-lost @series
Feature: Two parts are lost at once
  The cluster without a single part whose loss stops writes loses two of its parts at once, while
  clients work: two of its three nodes, a node and another part, two members of the DCS, both
  entrypoints.

  Rule: Of two parts of different kinds each is as if the other were not

    Scenario Outline: <first>, and <second>
      Given a running ha cluster
      And clients that know every entrypoint write and read numbered rows
      When <first> and <second> until <moment>
      Then writes succeed through the entrypoint
      And the cluster is whole again by itself
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

      Examples:
        | first                 | second                          | moment             |
        | the leader is killed  | the leader of the DCS is killed | another node leads |
        | the leader is killed  | the entrypoint is killed        | another node leads |
        | the replica is killed | the leader of the DCS is killed | the ttl is over    |
        | the replica is killed | the entrypoint is killed        | the ttl is over    |

  Rule: Two of a kind are a majority, and it depends on the kind

    Scenario: A majority of the DCS is killed in failsafe mode
      Given a running ha cluster
      And clients that know every entrypoint write and read numbered rows
      When a majority of the DCS is killed until the ttl is over
      Then the cluster is whole again by itself
      And the leader stays the leader
      And clients notice nothing
      And every acknowledged row is present

    Scenario: A majority of the DCS is killed without failsafe mode
      Given a running ha cluster
      And the cluster is set to:
        | failsafe_mode | false |
      And clients that know every entrypoint write and read numbered rows
      When a majority of the DCS is killed until no node takes writes
      Then writes succeed through the entrypoint
      And the cluster is whole again by itself
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

    Scenario: Both entrypoints are killed
      Given a running ha cluster
      And clients that know every entrypoint write and read numbered rows
      When every entrypoint is killed for 10 seconds
      Then the cluster is whole again by itself
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

    Scenario: Both standbys are killed
      The leader waits for them, and then goes on alone, for Patroni is not told to be strict.

      Given a running ha cluster
      And clients that know every entrypoint write and read numbered rows
      When all replicas are killed until the ttl is over
      Then the cluster is whole again by itself
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: Nobody leads who cannot know whether it has each acknowledged row

    @finding
    Scenario: The leader and one of its two standbys are killed
      The standby that is left may have every acknowledged row. But the one that is gone may have
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
      By the guide's setting one standby has each acknowledged row, and Patroni knows which one.

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

  Rule: What a lost leader alone had must not reach another node by the archive

    Scenario: The lost leader returns, and then the other node that was away
      The leader that returns archives its last WAL, with what nobody else has, and is rewound. The
      other node comes back to an archive in which only that is there of this WAL.

      Given a running ha cluster
      And the cluster is set to:
        | synchronous_mode | true |
      And clients that know every entrypoint write and read numbered rows
      When the leader and a replica are killed, and the leader returns before the replica
      Then writes succeed through the entrypoint
      And the cluster is whole again by itself
      And the outage of writes stays within its bound
      And every acknowledged row is present

    @finding
    Scenario: The same where the archive is restored from without a look at the timelines
      Given a running ha cluster
      And the cluster is set to:
        | synchronous_mode | true |
      And WAL is restored by "cp /var/tmp/wal_archive/%f %p"
      And clients that know every entrypoint write and read numbered rows
      When the leader and a replica are killed, and the leader returns before the replica
      Then the replica asks the leader for WAL beyond the leader's own, again and again
      And writes succeed through the entrypoint
      And every acknowledged row is present
