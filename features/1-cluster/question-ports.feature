@guide @part-1 @Q1
Feature: Question 1: "expose" and "ports"
  The guide asks: ports 8008 and 5432 stand under different directives, "expose" and "ports", and a
  port in "ports" is exposed too. What is the difference? Each port is tried from inside the
  cluster's network and from the host, and compared with what Docker reports.

  Rule: A published port is reached from the host; inside the network every port is

    Scenario: Port 8008 is only exposed, port 5432 is published
      Given a running cluster
      When the ports of each node are tried from another container and from the host
      Then this is what Docker reports and what connections find:
        | port | directive | exposed | published | answers in the network | answers on the host |
        | 8008 | expose    | yes     | no        | yes                    | no                  |
        | 5432 | ports     | yes     | yes       | yes                    | yes                 |
      And the answer to question 1 is written from this

    @finding
    Scenario: A port under neither directive answers inside the network too
      If "expose" opened anything, a port without it would stay closed.

      Given a running cluster
      And a service listens on a node's port 9009, which no directive names
      When the ports of that node are tried from another container and from the host
      Then this is what Docker reports and what connections find:
        | port | directive | exposed | published | answers in the network | answers on the host |
        | 9009 | neither   | no      | no        | yes                    | no                  |
