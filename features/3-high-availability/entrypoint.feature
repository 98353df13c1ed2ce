@guide @part-3
Feature: The entrypoint
  Part 3 of the guide puts HAProxy before the two nodes: clients use one address and always reach
  the leader. It asks to check that HAProxy starts without errors, what its log says of each
  server, and where a connection leads.

  Rule: HAProxy finds the leader by asking Patroni

    @G3.1 @haproxy @printed
    Scenario: HAProxy is part of the project
      Given a deployed cluster
      Then service "haproxy" runs HAProxy 3.0 and starts after "pg-master", "pg-slave" and "zoo"
      And it publishes the ports 5432 for clients and 7000 for statistics
      And the Compose file names these containers and host ports:
        | service | container name      | host ports |
        | haproxy | postgres_entrypoint | 5432, 7000 |

    @G3.2 @haproxy @printed
    Scenario: HAProxy checks both nodes by the guide's settings
      Given a deployed cluster
      Then HAProxy runs with the project's "haproxy.cfg"
      And its settings are:
        | maxconn           | 100                                                           |
        | mode              | tcp                                                           |
        | retries           | 3                                                             |
        | timeout client    | 30m                                                           |
        | timeout server    | 30m                                                           |
        | timeout connect   | 4s                                                            |
        | timeout check     | 5s                                                            |
        | option            | httpchk                                                       |
        | http-check expect | status 200                                                    |
        | default-server    | inter 3s fall 3 rise 2 on-marked-down shutdown-sessions       |
      And each node is behind the entrypoint as a server that is checked on port 8008

    @G3.2 @finding
    Scenario: Only some of Patroni's answers tell the leader from a replica
      The guide's check asks Patroni for "OPTIONS /". Other checks, often tried instead, succeed on
      a replica as well, and would send writes there.

      Given a running cluster
      Then Patroni answers health checks so:
        | check         | leader | replica |
        | OPTIONS /     | 200    | 503     |
        | GET /primary  | 200    | 503     |
        | GET /replica  | 503    | 200     |
        | GET /health   | 200    | 200     |
        | GET /patroni  | 200    | 200     |
        | TCP connect   | open   | open    |

    @G3.3 @haproxy
    Scenario: HAProxy's log and statistics name the leader UP and the replica DOWN
      Given a running cluster
      Then HAProxy's statistics show the leader's server UP and the replica's DOWN
      And HAProxy's log says that the replica's server is DOWN, and that the leader's is not
      And HAProxy's log holds no error of its configuration
      And the statistics page shows both servers

  Rule: The entrypoint always leads to the leader

    @G3.4
    Scenario: Every one of many connections reaches the leader
      Given a running cluster
      When 100 clients connect through the entrypoint one after the other
      Then every one of them was led to the leader

    @G3.4
    Scenario: What is written through the entrypoint is on both nodes
      Given a running cluster
      When this table "visits" is made through the entrypoint:
        | id | page  |
        | 1  | index |
        | 2  | about |
      Then reads succeed through the entrypoint
      And the replica has the same table "visits" within the replication deadline
