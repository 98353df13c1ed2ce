@beyond @fault
Feature: Both nodes are lost
  The lights go out: both nodes are killed at once, and come back one by one. Which of them may lead
  is written in the DCS: the last leader, and the synchronous standby, for they have every
  acknowledged row.

  Rule: Either node may bring the cluster back

    Background:
      Given a running improved cluster
      And clients write and read numbered rows through the entrypoint

    Scenario: The last leader comes back first
      When both nodes are killed, and the last leader is started alone
      Then it leads, and every acknowledged row is there
      When the other node is started, too
      Then it follows as the synchronous standby

    @series
    Scenario: The synchronous standby comes back first
      When both nodes are killed, and the synchronous standby is started alone
      Then it leads, and every acknowledged row is there

  Rule: A node that may lack rows does not lead

    @series
    Scenario: The leader is killed before there is a synchronous standby
      Given a running improved cluster
      And the replica has come back, and is not a synchronous standby yet
      When the leader is killed
      Then the other node does not take over
      When the killed leader is started
      Then it leads again
