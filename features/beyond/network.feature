@beyond @fault
Feature: The network fails around the leader
  Nothing crashes: packets vanish between the leader and one of its partners, then between the leader
  and all of them. Who stays leader depends on which partner it is.

  Background:
    Given a running improved cluster
    And clients write and read numbered rows through the entrypoint

  Rule: Without its clients the leader stays the leader

    @series
    Scenario: The leader is cut off from clients and the entrypoint
      Patroni and the DCS are content, so nobody takes over.

      When the leader is cut off from clients and the entrypoint for 15 seconds
      Then the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: Without its replica the leader stays the leader, and gives up waiting for it

    @series
    Scenario: The leader is cut off from the replica
      Every write waits for the synchronous standby, until the connection to it is given up.

      When the leader is cut off from the replica
      Then writes succeed through the entrypoint
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: Without the DCS the leader is no leader

    Scenario: The leader is cut off from the DCS
      When the leader is cut off from the DCS until the other node leads
      Then writes succeed through the entrypoint
      And the leader lock was kept until its session expired
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

    @series
    Scenario: The leader is cut off for longer than retry_timeout, and for less than the ttl
      It gives up and ends its PostgreSQL, which waits until its standby has everything. The link's
      return may come too late for TCP to try again soon; then that takes up to wal_sender_timeout, and
      as the leader's session has never ended, nobody else may lead meanwhile.

      When the leader is cut off from everything for 21 seconds
      Then writes succeed through the entrypoint
      And at no moment did two nodes take writes
      And every acknowledged row is present

    @series
    Scenario: The leader is cut off from everything
      When the leader is cut off from everything until the other node leads
      Then writes succeed through the entrypoint
      And the leader lock was kept until its session expired
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present
