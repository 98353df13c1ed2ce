@beyond @fault
Feature: The leader's disk is full
  Each node of this cluster has a small disk of its own, so that one can be filled without filling
  the machine's. Patroni looks at PostgreSQL, the DCS and the other node; nobody looks at the disk.

  Rule: A full disk is no reason for a failover

    Scenario: The leader's disk is full, and is emptied again
      Given a running small-disk cluster
      And clients write and read numbered rows through the entrypoint
      When the leader's disk is full until writes are refused
      Then writes succeed through the entrypoint
      And the writes were refused because the disk was full
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present
