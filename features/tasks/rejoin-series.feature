@task-A2 @series
Feature: The node that returns, again and again
  The longer series about task A2. The README says how to run them.

  Rule: Each way back works, however much was written meanwhile

    Scenario Outline: By the leader's kept WAL, as printed, <MB> MB
      Where there is an archive, whole files come from there. The guide's cluster has none: Patroni
      keeps the slot of the absent node on the leader.

      Given a running cluster
      And clients write and read numbered rows through the entrypoint
      When the leader is stopped, and returns after <MB> MB of WAL
      Then the returned node is the synchronous standby again
      And it came back by the leader's kept WAL alone
      And it follows the leader, and both hold the same rows

      Examples:
        | MB  |
        | 16  |
        | 64  |
        | 256 |

    Scenario Outline: By a rewind, <MB> MB
      Given a running improved cluster
      And clients write and read numbered rows through the entrypoint
      And the leader has rows that the replica never received
      When the leader is killed, and returns after <MB> MB of WAL
      Then the returned node is the synchronous standby again
      And it came back by a rewind
      And it follows the leader, and both hold the same rows

      Examples:
        | MB  |
        | 16  |
        | 64  |
        | 256 |

    Scenario Outline: By the archive, <MB> MB
      Given a running improved cluster
      And clients write and read numbered rows through the entrypoint
      And the replica is stopped
      And the replica's slot is gone, and the WAL that it needs, from the leader
      When the node returns after <MB> MB of WAL
      Then the returned node is the synchronous standby again
      And it came back by the archive
      And it follows the leader, and both hold the same rows

      Examples:
        | MB  |
        | 16  |
        | 64  |
        | 256 |

    Scenario Outline: By a fresh copy, <MB> MB
      Given a running improved cluster
      And clients write and read numbered rows through the entrypoint
      When the leader is stopped and its volume lost, and returns after <MB> MB of WAL
      Then the returned node is the synchronous standby again
      And it came back by a fresh copy of the leader
      And it follows the leader, and both hold the same rows

      Examples:
        | MB  |
        | 16  |
        | 64  |
        | 256 |

  Rule: Ten kills in a row, and after each both nodes hold the same rows

    Scenario: The leader is killed ten times in a row
      Given a running improved cluster
      When the leader is killed and returns 10 times while clients work, whichever node it is
      Then each time both nodes held the same rows, and no acknowledged one was missing
