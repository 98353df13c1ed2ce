@examination @fault
Feature: Examination: the leader is lost
  Task A1, with a crash that leaves no time for a farewell: do clients get their database back, and
  is anything lost that they were told is safe?

  Rule: Clients get their database back without anyone's help

    @A1 @finds-acknowledged-rows-lost @else-finds-not-served-again
    Scenario: The leader is killed while clients work
      Given the project's cluster
      And its entrypoint serves clients
      And clients write and read numbered rows through the entrypoint
      When the leader is killed
      Then the other node becomes the leader within the crash failover deadline
      And writes succeed through the entrypoint
      And reads succeed through the entrypoint
      And every acknowledged row is present

  Rule: What was acknowledged is not lost with the leader

    @A1 @finds-acknowledged-rows-lost @else-finds-not-served-again
    Scenario: The leader is killed while its rows cannot reach the replica
      Replication is held back first, so that chance has no say: a leader that confirms what only it
      has loses it now.

      Given the project's cluster
      And its entrypoint serves clients
      And clients write and read numbered rows through the entrypoint
      And replication to the other node is held back
      And clients have tried for 5 seconds
      When the leader is killed
      Then writes succeed through the entrypoint
      And every acknowledged row is present
