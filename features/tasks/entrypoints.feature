@guide @task-A2 @fault @ways
Feature: How soon clients are served again
  The leader is stopped, killed, or hands over, and clients try every way to the database at once:
  the entrypoint, with sessions kept open and with new ones; the routing that PostgreSQL's driver
  has of its own, which asks both nodes; and straight to the node that will lead. Nobody can be
  served sooner than by that last way.

  Rule: As printed, HAProxy needs seconds more than the cluster, and leads writes to a replica
    Only two new clients come in a second: with five, HAProxy is closed to everyone after a kill (see
    "Many clients lose the leader").

    Background:
      Given a running cluster
      And clients write and read numbered rows through the entrypoint
      And others come and go by every way in, 2 a second

    @haproxy
    Scenario Outline: <fault>, as printed
      When <fault>
      Then writes succeed through the entrypoint
      And every way in works again
      And the outage of writes stays within its bound

      Examples:
        | fault                 |
        | the leader is stopped |
        | the leader is killed  |

    @haproxy @finding
    Scenario: the leadership is handed to the other node, as printed
      The node that has become a replica is UP until three of HAProxy's checks have failed.

      When the leadership is handed to the other node
      Then writes succeed through the entrypoint
      And every way in works again
      And the entrypoint led writes to a replica
      And the outage of writes stays within its bound

  Rule: Improved, it is about as quick as the cluster, and leads no write to a replica

    @haproxy
    Scenario Outline: <fault>, improved
      Given a running improved cluster
      And clients write and read numbered rows through the entrypoint
      And others come and go by every way in, 5 a second
      When <fault>
      Then writes succeed through the entrypoint
      And every way in works again
      And the entrypoint led no write to a replica
      And the outage of writes stays within its bound

      Examples:
        | fault                                      |
        | the leader is stopped                      |
        | the leader is killed                       |
        | the leadership is handed to the other node |
