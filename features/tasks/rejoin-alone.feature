@guide @task-A2 @fault
Feature: The node that returns while the other one is gone
  The leader is killed, the other node takes over and writes on, and is lost as well. Now two nodes
  are to return, and only one of them has everything.

  Background:
    Given a running improved cluster
    And clients write and read numbered rows through the entrypoint

  Rule: The node that lacks rows waits for the one that has them, and then follows it

    Scenario: The leader returns alone
      What it has is old: it waits for the node that has everything.

      When the leader is killed
      Then the other node takes writes
      When the new leader is stopped too, and the old one returns alone
      Then it does not lead, for it lacks rows
      When the new leader returns
      Then the returned node is the synchronous standby again
      And it follows the leader, and both hold the same rows
      And every acknowledged row is present

    Scenario: Both return, the new leader first
      When the leader is killed
      Then the other node takes writes
      When the new leader is stopped too, and both return, the new one first
      Then the returned node is the synchronous standby again
      And it follows the leader, and both hold the same rows
      And every acknowledged row is present
