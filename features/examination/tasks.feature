@examination @fault
Feature: Examination: the leader is lost, and returns
  The tasks, with a crash that leaves no time for a farewell: do clients get their database back, is
  anything lost that they were told is safe, and does the node follow again that comes back?

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

  Rule: The node that returns receives what was written in its absence

    @A2 @finds-killed-leader-does-not-follow @else-finds-not-served-again
    Scenario: The leader returns after it was killed with rows of its own
      Given the project's cluster
      And the leader has rows that the replica never received
      When the leader is killed, and returns once the other node leads
      Then the returned node follows the leader, whatever Patroni calls it
