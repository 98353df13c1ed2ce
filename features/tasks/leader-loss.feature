@guide @task-A1 @fault
Feature: Losing the leader
  The guide asks: cut off the node that is the leader, wait, read the logs, then try to read and
  write through the entrypoint. Did it work, and what happened? The leader is lost in two ways: it
  is stopped, and may say goodbye; or it is killed, and may not.

  Rule: Clients get their database back without anyone's help

    Scenario: In one sentence
      Given a running cluster
      When the leader is stopped
      Then writes succeed through the entrypoint

    Scenario: The leader is stopped while clients work
      Given a running cluster
      And clients write and read numbered rows through the entrypoint
      When the leader is stopped
      Then the other node becomes the leader within the graceful failover deadline
      And it begins a new timeline
      And writes succeed through the entrypoint
      And reads succeed through the entrypoint
      And every acknowledged row is present
      And the leader lock was released by the node that held it
      And what happened is told from the logs
      And the outage of writes stays within its bound

    Scenario: The leader is killed while clients work
      Given a running cluster
      And clients write and read numbered rows through the entrypoint
      When the leader is killed
      Then the other node becomes the leader within the crash failover deadline
      And it begins a new timeline
      And writes succeed through the entrypoint
      And reads succeed through the entrypoint
      And every acknowledged row is present
      And the leader lock was kept until its session expired
      And what happened is told from the logs
      And the outage of writes stays within its bound
