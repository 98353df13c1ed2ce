@beyond @fault
Feature: ZooKeeper fails
  There is one ZooKeeper, and the leader is the leader only as long as ZooKeeper says so. It is
  stopped, frozen, and robbed of its data, while clients work.

  Rule: Without ZooKeeper nobody takes writes, until it is back

    Scenario Outline: <fault> and comes back
      Given a running cluster
      And clients write and read numbered rows through the entrypoint
      When <fault> until no node takes writes
      Then writes succeed through the entrypoint
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

      Examples:
        | fault                |
        | ZooKeeper is stopped |
        | ZooKeeper is frozen  |

  Rule: With failsafe mode the leader goes on as long as it reaches all members

    Scenario: ZooKeeper is stopped in failsafe mode
      Given a running cluster
      And the cluster is set to:
        | failsafe_mode | true |
      And clients write and read numbered rows through the entrypoint
      When ZooKeeper is stopped for longer than the ttl
      Then clients notice nothing
      And at no moment did two nodes take writes
      And every acknowledged row is present

  Rule: What ZooKeeper forgets, the nodes remember

    Scenario: ZooKeeper loses its data
      Given a running cluster
      And clients write and read numbered rows through the entrypoint
      When ZooKeeper loses its data
      Then writes succeed through the entrypoint
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present
      And the cluster is configured with:
        | ttl                     | 30       |
        | loop_wait               | 10       |
        | retry_timeout           | 10       |
        | maximum_lag_on_failover | 10485760 |
        | master_start_timeout    | 300      |
        | synchronous_mode        | true     |
