@beyond @fault @grey-disk
Feature: The leader's disk stalls
  A disk that answers nothing, neither good nor bad: whoever touches the data waits. Each node of this
  cluster has its data behind a process of its own, so that one node can be stalled, and nothing else
  of the machine waits with it. Clients work all the while.

  Rule: A leader whose disk stalls keeps the lock, and nobody is served until the disk answers again

    The session that holds the lock is kept alive by a thread of Patroni that needs no disk. The one
    that would look after PostgreSQL waits, and cannot give the lock up.

    @series
    Scenario: The leader's disk stalls for twice the ttl
      Given a running stalling-disk cluster
      And clients write and read numbered rows through the entrypoint
      When the leader's disk stalls for 60 seconds
      Then writes succeed through the entrypoint
      And the leader's Patroni answered nobody meanwhile
      And the entrypoint led nowhere until it was healed
      And the leader stays the leader
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present
