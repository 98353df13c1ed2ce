@beyond @fault @grey-network
Feature: The network works, and not well
  No link is down: one loses packets by chance, carries them one way only, or takes its time. TCP
  hides some of that, by sending again. What is left for the cluster and its clients, and from which
  loss on does the leader change?

  Background:
    Given a running improved cluster
    And clients write and read numbered rows through the entrypoint

  Rule: A link that loses some packets is a slower link, and nobody takes over

    @series
    Scenario: Packets between the leader and the DCS are lost by chance
      A renewal has seconds of time, in which TCP sends it several times.

      When 30 % of the packets between the leader and the DCS are lost for 45 seconds
      Then the leader stays the leader
      And clients notice nothing
      And at no moment did two nodes take writes
      And every acknowledged row is present

    @series
    Scenario: Packets between the leader and the replica are lost by chance
      Every write waits until the synchronous standby has it, and is known to have it.

      When 30 % of the packets between the leader and the replica are lost for 30 seconds
      Then the leader stays the leader
      And meanwhile a write takes more than twice as long as before
      And the outage of writes stays within its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

    @series
    Scenario: Packets between the entrypoint and the leader are lost by chance
      The entrypoint's checks of the leader have little time, so some of them fail though it is well.

      When 30 % of the packets between the entrypoint and the leader are lost for 30 seconds
      Then the leader stays the leader
      And meanwhile a write takes more than twice as long as before
      And the outage of writes stays within its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

    @series
    Scenario: Packets between clients and the entrypoint are lost by chance
      When 30 % of the packets between clients and the entrypoint are lost for 30 seconds
      Then the leader stays the leader
      And meanwhile a write takes more than twice as long as before
      And the outage of writes stays within its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

  Rule: A link that carries one way only soon carries nothing: what is not acknowledged keeps TCP from sending on

    @series
    Scenario: The DCS does not hear the leader
      When nothing from the leader reaches the DCS until the other node leads
      Then writes succeed through the entrypoint
      And the leader lock was kept until its session expired
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

    @series
    Scenario: The leader does not hear the DCS
      What it asks first still arrives, and prolongs its session once more.

      When nothing from the DCS reaches the leader until the other node leads
      Then writes succeed through the entrypoint
      And the leader lock was kept until its session expired
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

    @series
    Scenario: The replica does not hear the leader
      Its reports could arrive, and so keep the leader from giving the connection up.

      When nothing from the leader reaches the replica
      Then writes succeed through the entrypoint
      And the leader stays the leader
      And each side gave the connection up by its own time-out
      And the outage of writes stays within its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

    @series
    Scenario: The leader does not hear the replica
      The replica gets every row, and its word that it has them is lost.

      When nothing from the replica reaches the leader
      Then writes succeed through the entrypoint
      And the leader stays the leader
      And each side gave the connection up by its own time-out
      And the outage of writes stays within its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

  Rule: A slow or a long link to the replica is waited for, and is no reason to take over

    @series
    Scenario: The link to the replica is slow
      When the link between the leader and the replica is slow for 30 seconds
      Then the leader stays the leader
      And meanwhile a write takes more than twice as long as before
      And the outage of writes stays within its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

    @series
    Scenario: The link to the replica is long
      A tenth of a second more each way. Where the kernel cannot delay packets, a program beside each
      end keeps those that it sends for a while.

      When the link between the leader and the replica is long for 30 seconds
      Then the leader stays the leader
      And meanwhile a write takes more than twice as long as before
      And the outage of writes stays within its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

  Rule: The leader changes from a certain loss on the link to the DCS on, and of none on another link

    @series @loss-map
    Scenario Outline: The link to the DCS loses <loss> % of its packets
      How likely the lead is to be lost is computed beforehand, from how often TCP sends something
      again in the time that Patroni waits, and for how many connections. Where that is as good as
      certain, a run has to agree; with these settings it is as likely as not at a loss of 56 %.

      When the link between the leader and the DCS loses <loss> % of its packets for 60 seconds
      Then the lead is kept or lost as computed
      And the map gets its line
      And no pause between writes is longer than its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

      Examples:
        | loss |
        | 10   |
        | 30   |
        | 50   |
        | 70   |
        | 90   |

    @series @loss-map
    Scenario Outline: The link to the replica loses <loss> % of its packets
      When the link between the leader and the replica loses <loss> % of its packets for 60 seconds
      Then the leader stays the leader
      And the map gets its line
      And no pause between writes is longer than its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

      Examples:
        | loss |
        | 10   |
        | 30   |
        | 50   |
        | 70   |
        | 90   |

    @series @loss-map
    Scenario Outline: The link from the entrypoint to the leader loses <loss> % of its packets
      When the link between the entrypoint and the leader loses <loss> % of its packets for 60 seconds
      Then the leader stays the leader
      And the map gets its line
      And the outage of writes stays within its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

      Examples:
        | loss |
        | 10   |
        | 30   |
        | 50   |
        | 70   |
        | 90   |

    @series @loss-map
    Scenario Outline: The link from clients to the entrypoint loses <loss> % of its packets
      Where more are lost, clients send too few to tell in time how many.

      When the link between clients and the entrypoint loses <loss> % of its packets for 60 seconds
      Then the leader stays the leader
      And the map gets its line
      And the outage of writes stays within its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

      Examples:
        | loss |
        | 10   |
        | 30   |
        | 50   |

  Rule: On a long link the leader gives its lead up where an answer of the DCS comes too late, and nobody else may take it

    @series @delay-map
    Scenario Outline: The link to the DCS takes <delay> ms more each way
      An answer takes twice as long. Patroni waits 4 s for one, by up to 0.4 s less at times; a
      connection that is made anew may take as long as a session lasts, so the session goes on. Before
      that, from about 1 s on, one round may outlast the ttl, for it reads ten keys one after the other:
      the leader leads on, and Patroni does not say so any more to the entrypoint.

      When the link between the leader and the DCS takes <delay> ms more each way for 90 seconds
      Then the lead is kept or lost as computed
      And writes fail or not as computed
      And the map gets its line
      And at no moment did two nodes take writes
      And every acknowledged row is present

      Examples:
        | delay |
        | 100   |
        | 500   |
        | 1000  |
        | 1500  |
        | 2500  |

    @series @delay-map
    Scenario Outline: The link to the replica takes <delay> ms more each way
      When the link between the leader and the replica takes <delay> ms more each way for 60 seconds
      Then the leader stays the leader
      And the map gets its line
      And no pause between writes is longer than its bound
      And at no moment did two nodes take writes
      And every acknowledged row is present

      Examples:
        | delay |
        | 100   |
        | 500   |
        | 1500  |

    @series @delay-map
    Scenario Outline: The link from the entrypoint to the leader takes <delay> ms more each way
      A check of the entrypoint's has a fifth of a second to connect, which takes the link twice.

      When the link between the entrypoint and the leader takes <delay> ms more each way for 60 seconds
      Then the leader stays the leader
      And writes fail or not as computed
      And the map gets its line
      And at no moment did two nodes take writes
      And every acknowledged row is present

      Examples:
        | delay |
        | 50    |
        | 100   |
        | 150   |
        | 500   |

    @series @delay-map
    Scenario Outline: The link from clients to the entrypoint takes <delay> ms more each way
      When the link between clients and the entrypoint takes <delay> ms more each way for 60 seconds
      Then the leader stays the leader
      And clients notice nothing
      And the map gets its line
      And at no moment did two nodes take writes
      And every acknowledged row is present

      Examples:
        | delay |
        | 100   |
        | 500   |
        | 1500  |
