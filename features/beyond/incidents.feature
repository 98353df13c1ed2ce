@beyond @incidents
Feature: Incidents to be found and mended
  What really goes wrong with such clusters, each way on a cluster of its own while clients work. The
  commands are those that one types: docker, patronictl, psql. The check knows nothing of what was
  broken: it looks for all that a cluster must have that is well, and looks again after a round of
  Patroni.

  Rule: What mends an incident passes the check, and nothing else does

    Scenario: A forgotten transaction, a wrong repair, and the right one
      Given a running cluster with clients, as the incident "forgotten-transaction" needs it
      When it happens
      Then the check does not pass
      When the tempting repair is made
      Then the check does not pass
      When the right repair is made
      Then the check passes
      And the post-mortem is told, and no acknowledged row is lost

    @series
    Scenario Outline: <incident>: what mends it
      Given a running cluster with clients, as the incident "<incident>" needs it
      When it happens, and the right repair is made
      Then the check passes
      And the post-mortem is told, and no acknowledged row is lost

      Examples:
        | incident               |
        | follows-nobody         |
        | entrypoint-to-replicas |
        | full-disk              |
        | lost-slot              |
        | replication-password   |
        | zookeeper-gone         |
        | maintenance            |
        | nobody-may-lead        |
        | archive-stuck          |
        | stranger-at-8008       |
        | hung-postgres          |
        | dcs-without-majority   |
        | forgotten-transaction  |

    @series
    Scenario Outline: <incident>: <repair> repair
      Given a running cluster with clients, as the incident "<incident>" needs it
      When it happens, and <repair> repair is made
      Then the check does not pass, a ttl later either

      Examples:
        | incident               | repair       |
        | follows-nobody         | the tempting |
        | follows-nobody         | no           |
        | entrypoint-to-replicas | the tempting |
        | entrypoint-to-replicas | no           |
        | full-disk              | the tempting |
        | full-disk              | no           |
        | lost-slot              | the tempting |
        | lost-slot              | no           |
        | replication-password   | the tempting |
        | replication-password   | no           |
        | zookeeper-gone         | the tempting |
        | zookeeper-gone         | no           |
        | maintenance            | the tempting |
        | maintenance            | no           |
        | nobody-may-lead        | the tempting |
        | nobody-may-lead        | no           |
        | archive-stuck          | the tempting |
        | archive-stuck          | no           |
        | stranger-at-8008       | the tempting |
        | stranger-at-8008       | no           |
        | hung-postgres          | the tempting |
        | hung-postgres          | no           |
        | dcs-without-majority   | the tempting |
        | dcs-without-majority   | no           |
        | forgotten-transaction  | the tempting |
        | forgotten-transaction  | no           |
