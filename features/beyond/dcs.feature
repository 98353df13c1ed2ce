@beyond @fault
Feature: The DCS fails
  The leader is the leader only as long as the DCS says so: the guide's one ZooKeeper, or the three
  etcd members of the other stack. All of it is stopped, frozen, and robbed of its data, while
  clients work.

  Rule: Without the DCS nobody takes writes, until it is back

    @series
    Scenario: The DCS is frozen and moves again
      Given a running improved cluster
      And clients write and read numbered rows through the entrypoint
      When the DCS is frozen until no node takes writes
      Then writes succeed through the entrypoint
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: A ZooKeeper whose container was stopped comes back, and the nodes do not

    @finding @zookeeper @series
    Scenario: ZooKeeper is stopped and started again
      While a container is stopped its name cannot be looked up. The nodes' ZooKeeper client (kazoo
      before 2.9) then gives up for good, and Patroni does not make another one.

      Given a running improved cluster
      And clients write and read numbered rows through the entrypoint
      When the DCS is stopped until each node's ZooKeeper session is closed and no node takes writes
      Then ZooKeeper answers again, and still no node takes writes
      When the nodes are restarted
      Then writes succeed through the entrypoint
      And at no moment did two nodes take writes
      And every acknowledged row is present

  Rule: With failsafe mode the leader goes on as long as it reaches all members

    Scenario: The DCS is frozen in failsafe mode
      Given a running improved cluster
      And the cluster is set to:
        | failsafe_mode | true |
      And clients write and read numbered rows through the entrypoint
      When the DCS is frozen until the ttl is over
      Then clients notice nothing
      And at no moment did two nodes take writes
      And every acknowledged row is present

  Rule: What the DCS forgets, the nodes remember

    Scenario: The DCS loses its data, and everything is restarted
      Given a running improved cluster
      And clients write and read numbered rows through the entrypoint
      When the DCS loses its data
      And the nodes are restarted
      Then writes succeed through the entrypoint
      And at no moment did two nodes take writes
      And every acknowledged row is present
      And the cluster is configured with:
        | ttl                     | 30       |
        | loop_wait               | 10       |
        | retry_timeout           | 10       |
        | maximum_lag_on_failover | 10485760 |
        | primary_start_timeout   | 300      |
        | synchronous_mode        | true     |
