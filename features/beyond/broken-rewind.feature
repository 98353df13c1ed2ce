@beyond @finding @task-A2 @series
Feature: A rewind that is broken off
  A killed leader returns and is rewound: pg_rewind removes the files that the new leader does not
  have, empties those that it is about to copy, and fills them. Its container is stopped in the middle
  of that, by an administrator who restarts it once more, or by an orchestrator that makes it anew.

  Rule: As it is, nothing can be made of its data any more

    Scenario: On the improved cluster
      What was removed and emptied is chance. Seen were WAL of the node's own, without which another
      pg_rewind cannot begin; pg_hba.conf, without which PostgreSQL does not start; and the histories of
      timelines: then PostgreSQL starts, and asks for WAL that the leader never had.

      Given a running improved cluster
      And the leader has rows that the replica never received
      When the leader is killed, and returns after 256 MB of WAL
      And it is stopped while pg_rewind copies from the leader, and started again
      Then the next pg_rewind fails on what the first one left
      And it does not follow the leader
      When Patroni is asked to give it a fresh copy
      Then the returned node is the synchronous standby again
      And it follows the leader, and both hold the same rows

  Rule: With one setting more Patroni throws the data away, and copies the leader

    Scenario: On the improved cluster, with "remove_data_directory_on_rewind_failure"
      Given a running improved cluster
      And Patroni is told to copy the leader anew where a rewind fails
      And the leader has rows that the replica never received
      When the leader is killed, and returns after 256 MB of WAL
      And it is stopped while pg_rewind copies from the leader, and started again
      Then the returned node is the synchronous standby again
      And it came back by a fresh copy of the leader
      And it follows the leader, and both hold the same rows
      And the rows that only it had are on neither node
