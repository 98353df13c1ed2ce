@guide @task-A2 @fault
Feature: The node that returns
  The guide asks: bring the node back that was the leader. Does it catch up with the other by
  itself, and if not, what has to be changed? Whether a node follows is asked of PostgreSQL on both
  nodes: the timeline, the stream, a row just written, and all rows of all tables.

  Rule: As printed, a node that wrote what nobody else received never follows again

    Scenario: The leader returns after it was stopped
      Given a running cluster
      And clients write and read numbered rows through the entrypoint
      When the leader is stopped, and returns once the other node leads
      Then the returned node is the synchronous standby again
      And it follows the leader, and both hold the same rows

    @finding
    Scenario: The leader returns after it was killed with rows of its own
      Given a running cluster
      And the leader has rows that the replica never received
      When the leader is killed, and returns once the other node leads
      Then its log says that its history is not the leader's
      And it does not follow the leader
      And Patroni, its health checks and patronictl call it healthy all the same

    @finding
    Scenario: Only Patroni's setting is mended
      Set where Patroni reads it, "use_pg_rewind" is tried, and fails: the database's socket lies in
      the data directory.

      Given a running cluster
      And Patroni is told to rewind where it must
      And the leader has rows that the replica never received
      When the leader is killed, and returns once the other node leads
      Then its log says that pg_rewind could not copy the socket
      And it does not follow the leader

    @finding
    Scenario: Only the socket is mended
      It knows the leader's history from the archive, and has records that do not fit it.

      Given a running improved cluster
      And Patroni is told not to rewind
      And the leader has rows that the replica never received
      When the leader is killed, and returns once the other node leads
      Then its log says that its history is not the leader's
      And it does not follow the leader

  Rule: Improved, it catches up whatever happened

    Background:
      Given a running improved cluster
      And clients write and read numbered rows through the entrypoint

    Scenario: The leader returns after it was stopped
      When the leader is stopped, and returns once the other node leads
      Then the returned node is the synchronous standby again
      And it came back by the leader's kept WAL alone
      And it follows the leader, and both hold the same rows
      And every acknowledged row is present

    Scenario: The leader returns after it was killed with rows of its own
      Given the leader has rows that the replica never received
      When the leader is killed, and returns once the other node leads
      Then the returned node is the synchronous standby again
      And it came back by a rewind
      And it follows the leader, and both hold the same rows
      And the rows that only it had are on neither node
      And every acknowledged row is present

    Scenario: The replica returns after the leader has dropped what it needs
      Given the replica is stopped
      And the replica's slot is gone, and the WAL that it needs, from the leader
      When the node returns
      Then the returned node is the synchronous standby again
      And it came back by the archive
      And it follows the leader, and both hold the same rows

    Scenario: The leader returns without its data
      When the leader is stopped and its volume lost, and returns once the other node leads
      Then the returned node is the synchronous standby again
      And it came back by a fresh copy of the leader
      And it follows the leader, and both hold the same rows
      And every acknowledged row is present
