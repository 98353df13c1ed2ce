@beyond @fault @grey-processes
Feature: A process of a node fails, or is short of something
  Whole containers are lost in other features. Here the part that fails is smaller, and whoever looks
  at the cluster may see nothing of it. The kinds are those of Patroni's own list, "Testing Your HA
  Solution". Clients work all the while, each node is asked again and again whether it takes writes,
  and the outage is held against the longest that the settings allow.

  Background:
    Given a running improved cluster
    And clients write and read numbered rows through the entrypoint

  Rule: One process of PostgreSQL that is killed costs every session, but not the leadership

    Its first process takes the memory that all of them share for spoilt: it ends the others, recovers
    from the WAL as after a crash, and starts them anew. Patroni need not do anything.

    @series
    Scenario: A backend of the leader is killed
      One client's session; a server that is short of memory loses one in the same way.

      When a backend of the leader is killed
      Then the leader's PostgreSQL ended all its processes but the first, and began anew
      And writes succeed through the entrypoint
      And no write was acknowledged before the leader had its synchronous standby again
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

    @series
    Scenario: The leader's checkpointer is killed
      When the leader's checkpointer is killed
      Then the leader's PostgreSQL ended all its processes but the first, and began anew
      And writes succeed through the entrypoint
      And no write was acknowledged before the leader had its synchronous standby again
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

    @series
    Scenario: The replica's walreceiver is killed
      It only receives, but it shares the same memory. Until the replica streams again, writes on the
      leader wait for it.

      When the replica's walreceiver is killed
      Then the replica's PostgreSQL ended all its processes but the first, and began anew
      And writes succeed through the entrypoint
      And no write was acknowledged before the leader had its synchronous standby again
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: A postmaster that hangs is not noticed by anybody but those who come anew

    @series
    Scenario: The leader's postmaster hangs
      Sessions have processes of their own, and so has Patroni's. Longer than the ttl, so that a lock
      that was not renewed would be lost.

      Given others come and go by every way in, 1 a second
      When the leader's postmaster hangs for 40 seconds
      Then nobody new was let in meanwhile, and sessions went on
      And clients notice nothing
      And the entrypoint led to the leader all the time
      And the leader stays the leader
      And every acknowledged row is present

  Rule: A Patroni that can open no more files keeps its clients out, and everybody else from leading

    @series
    Scenario: The leader's Patroni can open no more files
      What it has open stays so: its session with the DCS, and its session with PostgreSQL. What it
      cannot do is take the connection of somebody who asks whether this node leads.

      When the leader's Patroni can open no more files until the ttl is over
      Then writes succeed through the entrypoint
      And the leader's Patroni answered nobody meanwhile
      And the leader's PostgreSQL took writes all the while
      And the entrypoint led nowhere until it was healed
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: A limit of memory costs the process that has most, and with it every session

    @series
    Scenario: The leader reaches its limit of memory
      A container's limit, not the machine's. That the kernel killed for want of memory is told by its
      own count.

      When the leader reaches its limit of memory
      Then the leader's PostgreSQL ended all its processes but the first, and began anew
      And writes succeed through the entrypoint
      And no write was acknowledged before the leader had its synchronous standby again
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: A leader that is starved of the processor serves slowly, and leads on

    @series
    Scenario: The leader is starved of the processor
      Two percent of a core, for twice the ttl. To renew its session with the DCS takes next to nothing.

      When the leader is starved of the processor for 60 seconds
      Then writes succeed through the entrypoint
      And clients were served 3 times as slowly meanwhile, or worse
      And the leader stays the leader
      And at no moment did two nodes take writes
      And every acknowledged row is present
