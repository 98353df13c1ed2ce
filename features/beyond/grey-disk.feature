@beyond @fault @grey-disk
Feature: A disk stalls, is slow, fails, is full
  A disk that answers nothing, or late, or nothing but errors. Each node of this cluster has its data
  behind a process of its own, so that one node's disk can be stopped or taken away, and nothing else
  of the machine waits with it. Clients work all the while.

  Rule: A leader whose disk stalls keeps the lock, and nobody is served until the disk answers again

    The session that holds the lock is kept alive by a thread of Patroni that needs no disk. The one
    that would look after PostgreSQL waits, and cannot give the lock up.

    @series
    Scenario: The leader's disk stalls for twice the ttl
      Given a running stalling-disk cluster
      And clients write and read numbered rows through the entrypoint
      When the leader's disk stalls for 60 seconds
      Then writes succeed through the entrypoint
      And the leader's Patroni answered nobody meanwhile
      And the entrypoint led nowhere until it was healed
      And the leader stays the leader
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

    @series
    Scenario Outline: The leader's disk stalls for <length> seconds
      Given a running stalling-disk cluster
      And clients write and read numbered rows through the entrypoint
      When the leader's disk stalls for <length> seconds
      Then writes succeed through the entrypoint
      And clients were without writes for <length> seconds or more
      And the leader stays the leader
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

      Examples:
        | length |
        | 5      |
        | 15     |

  Rule: A slow disk is waited for

    @series
    Scenario: The leader's disk is slow
      It answers for the tenth part of the time: nine parts of it everybody waits.

      Given a running stalling-disk cluster
      And clients write and read numbered rows through the entrypoint
      When the leader's disk is slow for 45 seconds
      Then the leader stays the leader
      And meanwhile a write takes more than twice as long as before
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: A disk that answers with errors is noticed at once, and the other node takes over

    PostgreSQL does not go on after a sync that failed, for what it had written may be gone
    (`data_sync_retry`).

    @series
    Scenario: The leader's disk fails
      Given a running stalling-disk cluster
      And clients write and read numbered rows through the entrypoint
      When the leader's disk fails until the other node leads
      Then the leader's PostgreSQL said that its disk fails, and ended
      And writes succeed through the entrypoint
      And the leader lock was released by the node that held it
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present
      And the cluster is whole again by itself

  Rule: The replica's disk is the leader's matter for two rounds of Patroni, and then not any more

    @series
    Scenario: The replica's disk is full
      Given a running small-disk cluster
      And clients write and read numbered rows through the entrypoint
      When the replica's disk is full until the replica has failed
      Then the leader stays the leader
      And no pause between writes is longer than its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present
      And the cluster is whole again by itself

  Rule: A DCS whose disk is full is none, and the nodes do not find it again once it is emptied

    @finding @zookeeper @series
    Scenario: The disk of the DCS is full
      ZooKeeper ends at the first record that it cannot write, and again at each start. The engine
      starts it again and again, later each time. While it does not run its name cannot be looked up,
      which the nodes' client does not survive.

      Given a running small-disk cluster
      And clients write and read numbered rows through the entrypoint
      When the disk of the DCS is full until each node's ZooKeeper session is closed and no node takes writes
      Then the DCS said that its disk is full, and ended
      And ZooKeeper answers again, and still no node takes writes
      When the nodes are restarted
      Then writes succeed through the entrypoint
      And at no moment did two nodes take writes
      And every acknowledged row is present
      And the cluster is whole again by itself
