@guide @part-1 @Q1
Feature: Question 1: "expose" and "ports"
  The guide asks: ports 8008 and 5432 stand under different directives, "expose" and "ports", and a
  port in "ports" is exposed too. What is the difference? The directive is read from the project's
  Compose file and compared with what Docker reports. Each port is tried from another container by
  the node's name, and on the host at 127.0.0.1, where a run publishes: at the number that Docker
  chose and at the port's own. An answer on the host counts only if the node itself gave it.

  Rule: A published port answers at an address of the host; inside the network every port does

    @printed
    Scenario: Port 8008 is only exposed, port 5432 is published
      Given a running cluster
      When ports 8008 and 5432 of each node are tried from another container and at 127.0.0.1 of the host
      Then this is what the Compose file, Docker and connections say:
        | node      | port | directive | exposed | published | answers in the network | answers at 127.0.0.1 |
        | pg-master | 8008 | expose    | yes     | no        | yes                    | no                   |
        | pg-master | 5432 | ports     | yes     | yes       | yes                    | yes                  |
        | pg-slave  | 8008 | expose    | yes     | no        | yes                    | no                   |
        | pg-slave  | 5432 | ports     | yes     | yes       | yes                    | yes                  |
      And the answer to question 1 is written from this

    @finding @printed
    Scenario: A port under neither directive answers inside the network too
      If "expose" opened anything, a port without it would stay closed.

      Given a running cluster
      And a service listens on a node's port 9009, which no directive names
      When port 9009 of that node is tried from another container and at 127.0.0.1 of the host
      Then this is what the Compose file, Docker and connections say:
        | node      | port | directive | exposed | published | answers in the network | answers at 127.0.0.1 |
        | pg-master | 9009 | neither   | no      | no        | yes                    | no                   |
