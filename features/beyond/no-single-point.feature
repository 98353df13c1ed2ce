@beyond @fault @ha @haproxy @single-loss
Feature: No single part whose loss stops writes
  Three PostgreSQL nodes, three members of ZooKeeper or of etcd, two HAProxys. A write is acknowledged
  when the leader has it and any one of the two other nodes. Clients know both entrypoints and have
  short time-outs, as an application would. Each container in turn is lost and comes back, while they
  work.

  Background:
    Given a running ha cluster
    And clients that know every entrypoint write and read numbered rows

  Rule: Any of the other nodes takes the leader's place

    Scenario: The leader is killed
      When the leader is killed until another node leads
      Then writes succeed through the entrypoint
      And the cluster is whole again by itself
      And the leader lock was kept until its session expired
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

    @series
    Scenario Outline: <fault>
      Others come by every way at once, so that all of them see the very same fault.

      Given others come and go by every way in, 5 a second
      When <fault> until another node leads
      Then writes succeed through the entrypoint
      And the cluster is whole again by itself
      And every way in works again
      And clients of the entrypoint are served at most 1.1 times as late as those of the leader
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

      Examples:
        | fault                                  |
        | the leader is stopped                  |
        | the leader is killed                   |
        | the leader is frozen                   |
        | the leader is cut off from everything  |

  Rule: Nobody misses a node that does not lead

    @series
    Scenario Outline: <fault>
      When <fault> until the ttl is over
      Then the cluster is whole again by itself
      And the leader stays the leader
      And clients notice nothing
      And every acknowledged row is present

      Examples:
        | fault                                  |
        | the replica is stopped                 |
        | the replica is killed                  |
        | the replica is frozen                  |
        | the replica is cut off from everything |

  Rule: Nobody misses a member of the DCS

    Scenario: The leader of the DCS is killed
      The two others elect another one. Until then the DCS answers nobody.

      When the leader of the DCS is killed for 10 seconds
      Then the cluster is whole again by itself
      And the leader stays the leader
      And clients notice nothing
      And every acknowledged row is present

    @series
    Scenario Outline: <fault>
      When <fault> until the ttl is over
      Then the cluster is whole again by itself
      And the leader stays the leader
      And clients notice nothing
      And every acknowledged row is present

      Examples:
        | fault                                            |
        | the leader of the DCS is stopped                 |
        | the leader of the DCS is killed                  |
        | the leader of the DCS is frozen                  |
        | the leader of the DCS is cut off from everything |
        | a member of the DCS is stopped                   |
        | a member of the DCS is killed                    |
        | a member of the DCS is frozen                    |
        | a member of the DCS is cut off from everything   |

  Rule: Clients take the other entrypoint after their own time-outs

    Scenario: The entrypoint is killed
      When the entrypoint is killed for 10 seconds
      Then the cluster is whole again by itself
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

    @series
    Scenario Outline: <fault>
      When <fault> for 20 seconds
      Then the cluster is whole again by itself
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

      Examples:
        | fault                                           |
        | the entrypoint is stopped                       |
        | the entrypoint is killed                        |
        | the entrypoint is frozen                        |
        | the entrypoint is cut off from everything       |
        | the last entrypoint is stopped                  |
        | the last entrypoint is killed                   |
        | the last entrypoint is frozen                   |
        | the last entrypoint is cut off from everything  |
