@examination
Feature: Examination: Parts 1 to 3
  A project of somebody else is tried, whatever its services, ports and passwords are called. What
  works counts, not how it is spelled. Where no node leads or the others do not follow, nothing else
  can be tried: that is told once, and the rest is not tried rather than wrong.

  Rule: The nodes share out the roles

    @G1.4 @G2.1 @finds-cluster-not-healthy
    Scenario: One node leads, and the others follow it
      Given the project's cluster
      Then each other node follows the leader, and holds the same rows

  Rule: What the leader commits appears on the replicas by itself

    @G2.2 @G2.3 @finds-rows-do-not-arrive
    Scenario: A table made on the leader has the same rows on the replica
      Given the project's cluster
      When this table "cities" is made on the leader:
        | id | name             | founded |
        | 1  | Saint Petersburg | 1703    |
        | 2  | Казань           | 1005    |
      Then the replica has the same table "cities" within the replication deadline

    @G2.4 @finds-replica-takes-writes
    Scenario: The replica refuses to take a row
      Given the project's cluster
      And a table "cities" on both nodes
      When a client tries to insert a row on the replica
      Then it is refused with SQLSTATE 25006, a read-only transaction
      And table "cities" is unchanged on both nodes

  Rule: What is published answers, and takes no orders from strangers

    @Q1 @finds-published-port-nobody-listens
    Scenario: Something listens behind each published port
      Given the project's cluster
      Then something listens behind each port that is published

    @Q1 @finds-patroni-api-published
    Scenario: A stranger at the host cannot command Patroni
      A port in "ports" is open to everybody who reaches the host. Patroni asks for no password unless
      it is told to.

      Given the project's cluster
      Then no node's Patroni changes the configuration for a stranger at the host

  Rule: The entrypoint leads to the leader, and to nobody else

    @G3.3 @finds-entrypoint-does-not-answer
    Scenario: A client writes through the entrypoint
      Given the project's cluster
      Then writes succeed through the entrypoint

    @G3.4 @finds-entrypoint-leads-to-replicas @else-finds-entrypoint-does-not-answer
    Scenario: Every one of many connections reaches the leader
      With one live node left, any entrypoint leads to it. With all of them up, one that takes a
      replica for a leader is found out.

      Given the project's cluster
      When the entrypoint has had the time to find every node UP
      And 20 clients connect through the entrypoint one after the other
      Then every one of them was led to the leader
