@beyond @fault @lessons
Feature: What one setting changes
  Each lesson is a pair: the same fault, and one setting apart. Where a row is to be lost, chance has
  no say: replication is held back first, so that the row cannot have reached the other node.

  Rule: Acknowledged rows survive the leader in synchronous mode, and not without it

    Scenario: Asynchronous: the leader confirms what only it has
      Given a running improved cluster
      And the cluster is set to:
        | synchronous_mode | false |
      And clients write and read numbered rows through the entrypoint
      And replication to the other node is held back
      And clients have gone on for 20 writes
      When the leader is killed
      Then writes succeed through the entrypoint
      And acknowledged rows are lost, all of them written while replication was held back

    Scenario: Synchronous: the leader confirms nothing that only it has
      Given a running improved cluster
      And clients write and read numbered rows through the entrypoint
      And replication to the other node is held back
      And clients have tried for 5 seconds
      When the leader is killed
      Then writes succeed through the entrypoint
      And every acknowledged row is present

  Rule: Without it, maximum_lag_on_failover says how much may be lost

    @series
    Scenario: The other node lacks more than that: it does not take over
      By the last position that the leader has told, which it does once a round. As printed it is
      ten megabytes, and the node that lacked rows above took over.

      Given a running improved cluster
      And the cluster is set to:
        | synchronous_mode        | false |
        | maximum_lag_on_failover | 1024  |
      And clients write and read numbered rows through the entrypoint
      And replication to the other node is held back
      And clients have tried for 15 seconds
      When the leader is killed until the ttl is over
      Then no other node took writes until they came back
      And writes succeed through the entrypoint
      And every acknowledged row is present

  Rule: Strict synchronous mode rather waits than writes alone

    @series
    Scenario: Not strict: writes go on without the replica
      Given a running improved cluster
      And clients write and read numbered rows through the entrypoint
      When the replica is stopped
      Then writes succeed through the entrypoint
      And every acknowledged row is present

    @series
    Scenario: Strict: writes wait until the replica is back
      Given a running improved cluster
      And the cluster is set to:
        | synchronous_mode_strict | true |
      And clients write and read numbered rows through the entrypoint
      When the replica is stopped until the ttl is over
      Then no write was acknowledged while the replica was away
      And writes succeed through the entrypoint
      And every acknowledged row is present

  Rule: A row can be seen before it is safe

    Background:
      Given a running improved cluster
      And replication to the other node is held back

    @series
    Scenario: A wait for the standby that is cancelled leaves a row that a failover takes away
      When a client writes a row, and its wait for the standby is cancelled
      Then the client is warned that the row may not be on the standby
      And the row is seen on the leader
      When the leader is killed
      Then the row is gone, once the other node leads

    @series
    Scenario: A transaction that does not wait is lost the same way, without a warning
      When a client writes a row with "synchronous_commit" set to "local"
      Then the client is not warned
      And the row is seen on the leader
      When the leader is killed
      Then the row is gone, once the other node leads
