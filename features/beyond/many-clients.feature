@beyond
Feature: Many clients lose the leader
  One client that loses the leader connects again and is served. Here sixty or eighty do so at the
  same time, and then the leader is lost again and again. HAProxy may hold a hundred sessions.

  Rule: As printed, one kill of the leader closes the entrypoint to many clients, or to all

    @finding @haproxy
    Scenario: The leader is killed while eighty clients are connected
      HAProxy ends the sessions of a server it marks DOWN; those that still wait for the dead server
      to answer it forgets to end, and each keeps a place of the hundred. How many these are in that
      moment is chance: as a rule all hundred, and nobody is answered any more; on a busy machine ten
      clients of eighty were, and once forty-five.

      Given a running cluster
      And 80 clients are connected through the entrypoint
      When the leader is killed
      Then the other node takes writes
      And clients are shut out
      And HAProxy holds on to sessions that their clients have given up

  Rule: Mended, the entrypoint serves everyone after each of ten failovers

    @series
    Scenario: The leader is killed while sixty clients are connected, mended
      Given a running improved cluster
      And 60 clients are connected through the entrypoint
      When the leader is killed
      Then the other node takes writes
      And all clients are answered through the entrypoint

    @series
    Scenario: The leader is lost ten times in a row
      Given a running improved cluster
      And 60 clients are connected through the entrypoint
      When the leader is stopped and started again 10 times, whichever node it is
      Then all clients are answered through the entrypoint after each time
