@beyond @fault
Feature: Something beside the leader fails
  The replica and the entrypoint are each lost and come back, while clients work.

  Background:
    Given a running improved cluster
    And clients write and read numbered rows through the entrypoint

  Rule: Without the replica writes go on

    Scenario Outline: <fault>
      When <fault>
      Then writes succeed through the entrypoint
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

      Examples:
        | fault                 |
        | the replica is killed |

      @series
      Examples:
        | fault                  |
        | the replica is stopped |
        | the replica is frozen  |

  Rule: Without the entrypoint the cluster lives on, and clients wait

    Scenario Outline: <fault> and comes back
      When <fault> for 10 seconds
      Then the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

      Examples:
        | fault                    |
        | the entrypoint is killed |

      @series
      Examples:
        | fault                     |
        | the entrypoint is stopped |
        | the entrypoint is frozen  |
