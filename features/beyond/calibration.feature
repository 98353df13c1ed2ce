@beyond @fault @series @calibration
Feature: How long each fault lasts, computed and measured
  For each of these faults it is computed from the settings in force how long each stage takes: at the
  least, in the mean of many runs, and at the most. Each is made many times over, and what was
  measured is put beside that. What Patroni does comes round every loop_wait, and a fault that came
  at the same moment of the round each time would meet it at the same point each time: so the moment
  is drawn by chance.

  Background:
    Given a running improved cluster
    And clients write and read numbered rows through the entrypoint
    And a moment of Patroni's round, drawn by chance

  Rule: Another node takes the leader's place

    Scenario Outline: <fault>
      When <fault> until the other node leads
      Then writes succeed through the entrypoint
      And the outage of writes stays within its bound
      And every acknowledged row is present

      Examples:
        | fault                                   |
        | the leader is stopped                   |
        | the leader is killed                    |
        | the leader is frozen                    |
        | the leader's Patroni is frozen          |
        | the leader is cut off from the DCS      |
        | the leader is cut off from everything   |
        | nothing from the leader reaches the DCS |
        | nothing from the DCS reaches the leader |

  Rule: The cluster mends it by itself

    Scenario Outline: <fault>
      When <fault>
      Then writes succeed through the entrypoint
      And the outage of writes stays within its bound
      And every acknowledged row is present

      Examples:
        | fault                                                |
        | the leadership is handed to the other node           |
        | the leader's PostgreSQL is killed                    |
        | the leader's PostgreSQL is restarted through Patroni |
        | a backend of the leader is killed                    |
        | the leader's checkpointer is killed                  |
        | the replica's walreceiver is killed                  |
        | the leader reaches its limit of memory               |
        | the leader's Patroni is killed                       |
        | the replica is killed                                |
        | the replica's replication slot is dropped            |
        | the replica is frozen                                |
        | the replica is cut off from everything               |
        | the leader is cut off from the replica               |
        | nothing from the leader reaches the replica          |
        | nothing from the replica reaches the leader          |

  Rule: It lasts until somebody mends it

    Scenario Outline: <fault>
      When <fault> for <length> seconds
      Then writes succeed through the entrypoint
      And the outage of writes stays within its bound
      And every acknowledged row is present

      Examples:
        | fault                                                           | length |
        | the entrypoint is stopped                                       | 5      |
        | the entrypoint is killed                                        | 5      |
        | the entrypoint is frozen                                        | 5      |
        | the entrypoint is cut off from everything                       | 5      |
        | the leader is cut off from clients and the entrypoint           | 10     |
        | the replication password is changed and the nodes are not told  | 20     |

    Scenario Outline: <fault>
      When <fault> until no node takes writes
      Then writes succeed through the entrypoint
      And the outage of writes stays within its bound
      And every acknowledged row is present

      Examples:
        | fault             |
        | the DCS is frozen |
