@beyond @fault @grey-clock
Feature: The leader's clock is stepped
  By a person, or by a time server that is wrong. On each node of this cluster Patroni has a clock of
  its own: when it asks for the time of day it is told another, and what only counts seconds is left
  alone, as when a real clock is stepped. PostgreSQL goes by the machine's. Clients work all the while.

  Rule: A clock that goes back makes Patroni wait until its old time comes again

    It is to make its next round at a time of day. The session that holds the lock is kept alive all
    the while by a thread that counts seconds. Patroni's issue 3560 tells of such a case.

    @series
    Scenario: The leader's clock is stepped back by an hour
      Where all else is well, nothing has to be done. To be right again the clock goes ahead, which is
      the next rule's matter.

      Given a running clock cluster
      And clients write and read numbered rows through the entrypoint
      When the leader's clock is stepped back by an hour for 60 seconds
      Then the leader's Patroni made at most one round until then
      And the leader stays the leader
      And the outage of writes stays within its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

    @series
    Scenario: The leader's clock was stepped back by an hour, and its PostgreSQL crashes
      Given a running clock cluster
      And clients write and read numbered rows through the entrypoint
      And the leader's clock was stepped back by an hour, and its Patroni waits for the hour to pass
      When the leader's PostgreSQL is killed
      Then nobody starts it, and nobody takes writes, for longer than the ttl
      When the clock is right again
      Then writes succeed through the entrypoint
      And the leader stays the leader
      And every acknowledged row is present

  Rule: A clock that goes ahead costs a round of Patroni at most

    Patroni's hold on the lock seems to have run out, to itself, until it has renewed it.

    @series
    Scenario: The leader's clock is stepped ahead by an hour
      Given a running clock cluster
      And clients write and read numbered rows through the entrypoint
      When the leader's clock is stepped ahead by an hour for 60 seconds
      Then writes succeed through the entrypoint
      And the leader stays the leader
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present
