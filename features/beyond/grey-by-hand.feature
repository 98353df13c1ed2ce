@beyond @fault @grey-by-hand
Feature: PostgreSQL is started by hand on the old leader's data
  A node is down: its Patroni hangs, its PostgreSQL crashed, and the other node leads by now. Somebody
  who does not know that logs in and starts what is down, with `pg_ctl`. There are two servers then
  that take themselves for the leader. Clients work all the while, and each node is asked again and
  again whether it takes writes.

  Rule: The entrypoint asks Patroni, so it leads nobody there; who goes straight there is believed or not by one setting

    @series
    Scenario: In synchronous mode
      The server has the settings of the last leader: each write is to wait for the standby, which
      leads now and follows nobody. A client may ask not to wait.

      Given a running improved cluster
      And clients write and read numbered rows through the entrypoint
      When PostgreSQL is started by hand on the data of a leader that was replaced
      Then it takes itself for the leader, on the timeline that the others have left
      And it acknowledges no write to those who wait for the standby
      And it acknowledges a row to whoever waits for no standby
      When its Patroni works again
      Then it follows the leader, and both hold the same rows
      And the row that it acknowledged is on neither node
      And the entrypoint led nobody to it
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

    @series
    Scenario: In asynchronous mode
      Nobody waits for anybody, so both take writes at once. Those of the old leader are undone when
      Patroni takes it back.

      Given a running improved cluster
      And the cluster is set to:
        | synchronous_mode | false |
      And clients write and read numbered rows through the entrypoint
      When PostgreSQL is started by hand on the data of a leader that was replaced
      Then it takes itself for the leader, on the timeline that the others have left
      And both nodes take writes at once
      And it acknowledges a row to whoever goes straight there
      When its Patroni works again
      Then it follows the leader, and both hold the same rows
      And the row that it acknowledged is on neither node
      And the entrypoint led nobody to it
