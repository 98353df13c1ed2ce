@beyond @fault
Feature: What docker stop is to Patroni
  docker stop sends the signal that the image names, waits 10 seconds, and kills what still runs.
  For postgres:15, and so for the guide's image, that is SIGINT and not SIGTERM. Patroni acts on it
  from 4.0.7 on; before, as the container's first process, it did not.

  Rule: Patroni that acts on the signal says goodbye

    @series
    Scenario: The leader is stopped, and its Patroni acts on the signal
      Given a running cluster
      And clients write and read numbered rows through the entrypoint
      When the leader is stopped
      Then the leader's container has ended by itself
      And the other node becomes the leader within the graceful failover deadline
      And writes succeed through the entrypoint
      And the leader lock was released by the node that held it
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: Where Patroni does not act on it, each stop becomes a crash ten seconds later

    @finding
    Scenario: The leader is stopped, and its Patroni does not act on the signal
      Given a running stop-ignoring cluster
      And clients write and read numbered rows through the entrypoint
      When the leader is stopped
      Then writes succeed through the entrypoint
      And Docker had killed the leader's container, 10 seconds after the signal
      And the leader lock was kept until its session expired
      And clients were without writes for as long as a crash takes
      And every acknowledged row is present
