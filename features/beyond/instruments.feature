@beyond @instruments @isolated
Feature: Can the measurements be trusted?
  Before anything is said about faults, the instruments are tried themselves on an outage of known
  length. Nothing else runs meanwhile.

  Rule: The outage that clients measure is the outage that was made

    Scenario: The entrypoint stands still for five seconds
      The engine's own record says how long it stood still. To that comes what every client needs
      to connect again, which is measured too.

      Given a running improved cluster
      And clients write and read numbered rows through the entrypoint
      When the entrypoint is frozen for 5 seconds
      Then the measured outage is as long as that and connecting anew took, to 100 milliseconds
      And the leader stays the leader
      And every acknowledged row is present

    @series
    Scenario Outline: The entrypoint stands still for <length> seconds, and 300 writes a second see it
      Half of the clients give up after a second and connect anew, half of them wait, and no commit
      waits for the disk: so neither time-outs nor connecting nor flushing is part of what is measured.

      Given a running cluster
      And clients that try to write 300 rows a second through the entrypoint
      When the entrypoint stands still for <length> seconds
      Then the longest time without one of these writes is as long as that, to 50 milliseconds

      Examples:
        | length |
        | 0.2    |
        | 1      |
        | 5      |
        | 20     |

  Rule: The measurement keeps its pace, and costs little

    @series
    Scenario: Clients begin to work
      Each is to carry out ten operations a second. The report says what the watches and the clients
      cost this program and the leader.

      Given a running improved cluster
      Then three clients that begin to work carry out 20 operations a second or more
