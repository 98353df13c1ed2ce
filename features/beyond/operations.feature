@beyond
Feature: What an administrator does on purpose
  Planned work, through Patroni's API, while clients use the cluster.

  Background:
    Given a running improved cluster

  Rule: A switchover moves the leadership in order

    @fault
    Scenario: The leadership is handed over
      Given clients write and read numbered rows through the entrypoint
      When the leadership is handed to the other node
      Then writes succeed through the entrypoint
      And the leader lock was released by the node that held it
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

    Scenario: A session that was open before is closed
      Given a session is open through the entrypoint
      When the leadership is handed to the other node
      Then the session is closed
      And a new session reaches the new leader

    Scenario: A replica that is not there is no candidate
      Given the replica is gone
      When a switchover to it is asked for
      Then Patroni refuses it
      And the leader is still the node that led before

  Rule: A member is restarted or copied anew without a failover

    Background:
      Given clients write and read numbered rows through the entrypoint

    @fault
    Scenario: The leader's PostgreSQL is restarted
      When the leader's PostgreSQL is restarted through Patroni
      Then writes succeed through the entrypoint
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

    @fault
    Scenario: The replica is given a fresh copy
      When the replica is given a fresh copy through Patroni
      Then writes succeed through the entrypoint
      And the leader stays the leader
      And every acknowledged row is present

  Rule: In maintenance mode Patroni leaves PostgreSQL alone

    @series
    Scenario: The leader's PostgreSQL dies during maintenance
      Given the cluster is set to:
        | pause | true |
      When the leader's PostgreSQL is killed
      Then nobody starts it, and nobody takes its place
      When maintenance ends
      Then writes succeed through the entrypoint

  Rule: Settings are changed for the whole cluster at once

    Scenario: A setting that PostgreSQL can take while it runs
      When PostgreSQL's "work_mem" is set to "5MB" through Patroni
      Then both nodes use it without a restart

    Scenario: A setting that needs a restart
      When PostgreSQL's "max_connections" is set to "111" through Patroni
      Then both nodes say that a restart is pending, and use the old value
