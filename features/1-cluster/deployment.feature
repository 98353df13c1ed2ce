@guide @part-1
Feature: Deploying the cluster
  Part 1 of the guide makes one image with PostgreSQL and Patroni, describes two nodes and a
  ZooKeeper in a Compose file, and deploys them. It then asks to read in the logs that ZooKeeper
  started and that exactly one of the two nodes became the leader: perhaps not pg-master, in spite
  of its name. "The DCS" is what keeps the leader key: ZooKeeper, on the guide's stack.

  Rule: One image serves both nodes

    @G1.1 @printed
    Scenario: The image holds PostgreSQL, Patroni and the configuration of both nodes
      Given a deployed cluster
      Then both nodes run the same image, built from "Dockerfile"
      And the image holds PostgreSQL 15 and Patroni 4
      And the image holds the files "/postgres0.yml" and "/postgres1.yml" as they are in the project
      And the image runs as user "postgres" and has no command of its own
      And Patroni is the first process of each node's container

    @G1.1 @zookeeper
    Scenario: The image holds Patroni's client for ZooKeeper
      Given a deployed cluster
      Then the image holds Patroni's ZooKeeper client

    @G1.2 @printed
    Scenario: The nodes' containers are what the Compose file describes
      Given a deployed cluster
      Then these services run as the guide describes them:
        | service   | hostname  | restart policy | command                | data volume | container ports |
        | pg-master | pg-master | always         | patroni /postgres0.yml | pg-master   | 5432            |
        | pg-slave  | pg-slave  | always         | patroni /postgres1.yml | pg-slave    | 5432            |
      And the Compose file names these containers and host ports:
        | service   | container name | host ports |
        | pg-master | pg-master      | 5433       |
        | pg-slave  | pg-slave       | 5434       |

    @G1.2 @zookeeper @printed
    Scenario: ZooKeeper's container is what the Compose file describes
      Given a deployed cluster
      Then these services run as the guide describes them:
        | service | hostname | restart policy | command | data volume | container ports |
        | zoo     | zoo      | always         |         |             | 2181            |
      And the Compose file names these containers and host ports:
        | service | container name | host ports |
        | zoo     | zoo            | 2181       |

    @G1.3 @printed
    Scenario: The second node's file is the first's with another name, addresses and data directory
      When the configuration files of the two nodes are compared
      Then they differ in these settings alone:
        | setting                    | pg-master                            | pg-slave                             |
        | name                       | postgresql0                          | postgresql1                          |
        | restapi.listen             | pg-master:8008                       | pg-slave:8008                        |
        | restapi.connect_address    | pg-master:8008                       | pg-slave:8008                        |
        | postgresql.connect_address | pg-master:5432                       | pg-slave:5432                        |
        | postgresql.data_dir        | /var/lib/postgresql/data/postgresql0 | /var/lib/postgresql/data/postgresql1 |

  Rule: The cluster lives by the settings under "bootstrap.dcs"

    @G1.3
    Scenario: Patroni holds the guide's settings
      Given a deployed cluster
      Then the cluster is configured with:
        | ttl                     | 30       |
        | loop_wait               | 10       |
        | retry_timeout           | 10       |
        | maximum_lag_on_failover | 10485760 |
        | master_start_timeout    | 300      |
        | synchronous_mode        | true     |

    @G1.3
    Scenario: Both nodes may be elected
      When the configuration files of the two nodes are compared
      Then both have these tags:
        | nofailover    | false |
        | noloadbalance | false |
        | clonefrom     | false |
        | nosync        | false |

    @G1.3 @printed
    Scenario: The database admits the guide's users
      Given a deployed cluster
      Then the leader's access rules include:
        | host replication replicator 0.0.0.0/0 md5 |
        | host all all 0.0.0.0/0 md5                |

    @G1.3 @finding
    Scenario: What is printed under "bootstrap.postgresql" never reaches the cluster
      The guide prints a block of PostgreSQL settings, and the rewinding of a returning node, beside
      "dcs" instead of inside it. Patroni accepts the file without a word.

      Given a deployed cluster
      Then the files set these under "bootstrap.postgresql", and the cluster has something else:
        | setting         | printed | in force |
        | use_pg_rewind   | true    | unset    |
        | archive_mode    | always  | off      |
        | archive_timeout | 1800s   | 0        |

    @G1.3 @finding
    Scenario: The database's socket lies inside its data directory
      A later rewind will find the socket there and fail on it.

      Given a running cluster
      Then each node's PostgreSQL has its socket in its own data directory

  Rule: Exactly one of the two nodes becomes the leader, whatever its name

    @G1.4
    Scenario: One leader is elected, and all parts agree on who it is
      Given a deployed cluster
      Then exactly one node leads, and the other follows it
      And the DCS itself holds the leader key in that node's name
      And the leader's log says that it holds the lock
      And the replica's log says that it follows the leader

    @G1.4 @zookeeper
    Scenario: ZooKeeper starts without errors
      Given a deployed cluster
      Then ZooKeeper's log says that it serves clients, and holds no error

    @G1.4
    Scenario: The other node can lead as well
      Given a running cluster
      When the leadership is handed to the other node
      Then exactly one node leads, and the other follows it
      And the leader is not the node that led before
      And the DCS itself holds the leader key in that node's name
