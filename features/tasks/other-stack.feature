@guide @task-A3
Feature: The same lab on another stack
  The guide asks for the lab on another stack: keep Patroni, replace ZooKeeper and HAProxy. An
  override of its Compose file puts three etcd members in ZooKeeper's place and nginx in HAProxy's;
  the nodes and their files stay. All features run on it as they are (-Dlab.stack=etcd), but those
  about ZooKeeper's and HAProxy's own logs and settings: their counterparts are here, with what is
  the same on both stacks and what differs.

  Rule: etcd holds the leader key

    Scenario: The nodes can use etcd, and nothing else
      Patroni that lacks its etcd client would quietly go by the file's "zookeeper" section.

      Given a deployed cluster of the etcd stack
      Then both nodes run the same image, built from "Dockerfile"
      And the image holds PostgreSQL 15 and Patroni 4
      And the image holds Patroni's etcd client, and none for ZooKeeper
      And the image holds the files "/postgres0.yml" and "/postgres1.yml" as they are in the project

    Scenario: Three etcd members run in ZooKeeper's place
      Given a deployed cluster of the etcd stack
      Then these services run as the stack's files describe them:
        | service | hostname | restart policy | command | data volume | container ports |
        | etcd1   | etcd1    | always         |         |             | 2379            |
        | etcd2   | etcd2    | always         |         |             | 2379            |
        | etcd3   | etcd3    | always         |         |             | 2379            |
      And the log of each etcd member says that it serves clients, and holds no error

    Scenario: etcd itself knows who leads
      Given a deployed cluster of the etcd stack
      Then exactly one node leads, and the other follows it
      And the DCS itself holds the leader key in that node's name

  Rule: nginx finds the leader by asking Patroni

    Scenario: nginx is the entrypoint, at HAProxy's ports
      Given a deployed cluster of the etcd stack
      Then service "nginx" runs nginx 1.26
      And it publishes the ports 5432 for clients and 7000 for statistics

    Scenario: nginx's log and statistics name the leader UP and the replica DOWN
      Given a running cluster of the etcd stack
      Then nginx's statistics show the leader's server UP and the replica's DOWN
      And nginx's log says that the replica's server is DOWN, and that the leader's is not
      And nginx's log holds no error of its configuration
      And the statistics page shows both servers

    Scenario: nginx's log says to which node it leads each connection, and why
      Given a running cluster of the etcd stack
      When 10 clients connect through the entrypoint one after the other
      Then every one of them was led to the leader
      And nginx's log says of each that it was led there, for what Patroni answered

  Rule: An etcd that was stopped comes back, and so do the nodes

    @fault @finding
    Scenario: etcd is stopped and started again
      The nodes' ZooKeeper client gives up for good after such a stop (see "The DCS fails").

      Given a running cluster of the etcd stack
      And clients write and read numbered rows through the entrypoint
      When the DCS is stopped until no node takes writes
      Then writes succeed through the entrypoint
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: Without one of three etcd members nothing changes, as it would without the one ZooKeeper

    @fault
    Scenario: One etcd member is killed
      Given a running cluster of the etcd stack
      And clients write and read numbered rows through the entrypoint
      When a member of the DCS is killed
      Then the leader stays the leader
      And clients notice nothing
      And every acknowledged row is present

  Rule: nginx is about as quick as the cluster, and leads no write to a replica

    @fault @ways
    Scenario Outline: <fault>, on the etcd stack
      Given a running cluster of the etcd stack
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

  Rule: What happens to sessions and to the old leader is the nodes' own doing, as before

    Scenario: A session that was open before a switchover is closed, on the etcd stack
      nginx does not cut sessions; PostgreSQL does, when Patroni starts it again as a replica.

      Given a running cluster of the etcd stack
      And a session is open through the entrypoint
      When the leadership is handed to the other node
      Then the session is closed
      And a new session reaches the new leader

    @fault
    Scenario: The old leader returns on the etcd stack
      Given a running cluster of the etcd stack
      And clients write and read numbered rows through the entrypoint
      When the leader is stopped, and returns once the other node leads
      Then the returned node is the synchronous standby again
      And it came back by the leader's kept WAL alone
      And it follows the leader, and both hold the same rows
      And every acknowledged row is present
