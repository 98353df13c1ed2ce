@beyond @fault @ha @haproxy @series
Feature: Planned work on a cluster that may not stop
  Three nodes with quorum commit, three members of the DCS, two entrypoints. Each part in turn is
  taken out of service and put back, while clients work; the next one only when the cluster is whole
  again. Of the nodes the leader comes last.

  Rule: Part by part, clients wait for one change of the leader and lose nothing

    Scenario Outline: <work>
      "Made anew" is what Compose does with a container whose image is another; its volume stays.

      Given a running ha cluster
      And clients that know every entrypoint write and read numbered rows
      When <work>
      Then writes succeed through the entrypoint
      And at no moment did two nodes take writes
      And no pause between writes is longer than its bound
      And every acknowledged row is present

      Examples:
        | work                                        |
        | each node is restarted in turn              |
        | each node is made anew in turn              |
        | each member of the DCS is restarted in turn |
        | each member of the DCS is made anew in turn |
        | each entrypoint is restarted in turn        |
        | each entrypoint is made anew in turn        |

  Rule: The leadership is handed to whom one chooses

    Scenario: The leadership is handed to the last node
      Given a running ha cluster
      And clients that know every entrypoint write and read numbered rows
      When the leadership is handed to the last node
      Then writes succeed through the entrypoint
      And the last node leads
      And the leader lock was released by the node that held it
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: Nodes join and leave without clients' noticing

    @zookeeper
    Scenario: One of four nodes leaves, and a new one joins in its place
      Given a running ha-four cluster
      And clients that know every entrypoint write and read numbered rows
      When the last replica leaves the cluster until the ttl is over
      Then the cluster is whole again by itself
      And the leader stays the leader
      And clients notice nothing
      And every acknowledged row is present

  Rule: A replica may spare the leader and follow another replica

    Scenario: The replica in between is killed and comes back
      Given a running ha-cascade cluster
      And a replica follows another replica
      And clients that know every entrypoint write and read numbered rows
      When the replica is killed until the node behind it follows the leader
      Then the cluster is whole again by itself
      And the replica follows the other one again
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: A standby that is behind by intention keeps what was deleted by mistake, for a while

    Scenario: Rows are deleted by mistake
      Given a running ha-delayed cluster
      And 100 rows that every node has, also the one that replays later
      When they are deleted by mistake
      Then the nodes that replay at once have none of them, and the delayed one has all
      And the delayed one loses them no sooner than its delay says

    Scenario: The leader is killed, and the delayed standby does not take its place
      Given a running ha-delayed cluster
      And clients that know every entrypoint write and read numbered rows
      When the leader is killed until another node leads
      Then writes succeed through the entrypoint
      And the cluster is whole again by itself
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present
