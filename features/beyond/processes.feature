@beyond @fault
Feature: A part of the leader fails
  The guide loses a whole container. Here less is lost, or it is lost in another way: PostgreSQL
  alone, Patroni alone, or nothing but time. Clients work all the while, each node is asked again and
  again whether it takes writes, and the outage is held against the longest that the settings allow.

  Background:
    Given a running improved cluster
    And clients write and read numbered rows through the entrypoint

  Rule: PostgreSQL that crashes alone is started again where it was

    Scenario: The leader's PostgreSQL is killed
      When the leader's PostgreSQL is killed
      Then writes succeed through the entrypoint
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: Patroni that dies takes the whole container with it, and Docker starts that again

    Scenario: The leader's Patroni is killed
      PostgreSQL beside it was healthy. What leads afterwards is whoever takes the lock first: the lock
      itself lives on until the dead Patroni's session expires.

      When the leader's Patroni is killed
      Then the leader's container was started again by Docker
      And writes succeed through the entrypoint
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: A leader that stands still is replaced, and takes no writes when it moves again

    Scenario: The leader is frozen
      When the leader is frozen until the other node leads
      Then writes succeed through the entrypoint
      And the leader lock was kept until its session expired
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

    @series
    Scenario: Only the leader's Patroni is frozen
      Its PostgreSQL works on, and believes that it leads.

      When the leader's Patroni is frozen until the other node leads
      Then writes succeed through the entrypoint
      And the leader lock was kept until its session expired
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present
