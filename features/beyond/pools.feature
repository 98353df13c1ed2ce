@beyond @fault @ha @haproxy @zookeeper @lessons @series
Feature: Connections that are kept for the next one
  A pool hands out connections that it has made before. Applications write through two kinds, each
  once as it is by default and once with one setting more, while the leader changes: a pool in the
  application (HikariCP), which was given every node, the leader first and its successor last; and a
  pool before the database (PgBouncer), which an entrypoint leads to the leader. Clients of the
  entrypoint itself work beside them.

  Background:
    Given a running ha-pools cluster
    And clients that know every entrypoint write and read numbered rows
    And applications write through pools, as they are by default and mended

  Rule: A pool that was not told otherwise takes a node that only reads for as good as any

    Scenario: The leadership is handed over
      The application's pool connects again to the first node that lets it in. A refused write is no
      reason for it to give the connection up; it would keep it for half an hour. PgBouncer fails to
      log in once, and does not try again for 15 seconds.

      When the leadership is handed to the other node
      Then writes succeed through the entrypoint
      And the applications go on until the pools have settled
      And the application's own pool stays with nodes that only read
      And mended it never has a connection to one
      And the pool before the database serves nobody for 14 seconds or longer
      And mended neither is out for more than 6 seconds longer than the entrypoint
      And every acknowledged row is present

    Scenario: The leader is killed
      When the leader is killed until another node leads
      Then writes succeed through the entrypoint
      And the applications go on until the pools have settled
      And mended it never has a connection to one
      And mended neither is out for more than 6 seconds longer than the entrypoint
      And every acknowledged row is present
