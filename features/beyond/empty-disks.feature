@beyond @fault @ha @haproxy @series
Feature: A part comes back with an empty disk
  A machine is replaced: the part has its name and its settings again, and none of its data. Three
  nodes with quorum commit, three members of the DCS, two entrypoints.

  Background:
    Given a running ha cluster
    And clients that know every entrypoint write and read numbered rows

  Rule: A node copies the leader

    Scenario: The replica
      When the replica is stopped and its volume lost until the ttl is over
      Then the cluster is whole again by itself
      And the leader stays the leader
      And clients notice nothing
      And every acknowledged row is present

    Scenario: The node that led
      When the leader is stopped and its volume lost until another node leads
      Then writes succeed through the entrypoint
      And the cluster is whole again by itself
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: A ZooKeeper copies the others

    @zookeeper
    Scenario Outline: <member>
      When <member> loses its data until the ttl is over
      Then the cluster is whole again by itself
      And the leader stays the leader
      And clients notice nothing
      And every acknowledged row is present

      Examples:
        | member                |
        | a member of the DCS   |
        | the leader of the DCS |

  Rule: An etcd is not let back in under its old name

    @etcd @finding
    Scenario: A member of the DCS
      It may have promised to the others what it has forgotten, so it does not begin anew where they
      know it. An administrator has them forget it, and expect a new member of its name.

      When a member of the DCS loses its data
      Then it ends itself again and again, for the others know it as one that has begun before
      When the others are told to forget it, and it is added as a new member
      Then the cluster is whole again by itself
      And the leader stays the leader
      And clients notice nothing
      And every acknowledged row is present
