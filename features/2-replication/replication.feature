@guide @part-2
Feature: Replication
  Part 2 of the guide connects a client to both nodes, creates a table with data on the leader,
  watches it appear on the other node, and tries to change something there.

  Rule: What the leader commits appears on the replica by itself

    @G2.1
    Scenario: Both nodes take connections of the guide's user
      Given a running cluster
      When a client connects to both nodes
      Then each answers as PostgreSQL 15
      And exactly one of them is writable

    @G2.2 @G2.3
    Scenario: A table made on the leader has the same rows on the replica
      Given a running cluster
      When this table "cities" is made on the leader:
        | id | name             | founded |
        | 1  | Saint Petersburg | 1703    |
        | 2  | Казань           | 1005    |
        | 3  | Novosibirsk      | 1893    |
      Then the replica has the same table "cities" within the replication deadline

    @G2.3
    Scenario: Changes to the table's rows and columns follow as well
      Given a running cluster
      And a table "cities" on both nodes
      When rows of "cities" are changed and removed and a column is added on the leader
      Then the replica has the same table "cities" within the replication deadline

  Rule: The replica is read-only

    @G2.4
    Scenario Outline: The replica refuses to <change>
      Given a running cluster
      And a table "cities" on both nodes
      When a client tries to <change> on the replica
      Then it is refused with SQLSTATE 25006, a read-only transaction
      And table "cities" is unchanged on both nodes

      Examples: changes to rows
        | change        |
        | insert a row  |
        | update a row  |
        | delete a row  |
        | empty "cities" |

      Examples: changes to the schema
        | change          |
        | drop "cities"   |
        | create a table  |
        | create an index |
