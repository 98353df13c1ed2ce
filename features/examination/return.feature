@examination @fault
Feature: Examination: the lost leader returns
  Task A2, after a crash: does the node that comes back follow again? It may take as long as a new
  leader and a copy of the data may, so this has a cluster of its own, beside the other features.

  Rule: The node that returns receives what was written in its absence

    @A2 @finds-killed-leader-does-not-follow @else-finds-not-served-again
    Scenario: The leader returns after it was killed with rows of its own
      Given the project's cluster
      And the leader has rows that the replica never received
      When the leader is killed, and returns once the other node leads
      Then the returned node follows the leader, whatever Patroni calls it
