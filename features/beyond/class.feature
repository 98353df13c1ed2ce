@beyond @class
Feature: A class is examined
  Projects of several people are examined one by one, each in a process of its own. Here all are soon
  over: one asks for a file of the machine, one is no Compose file at all, and one comes up as two
  clusters.

  Rule: Everyone has a row that says what became of the project, and no project touches another

    Scenario: Two projects that are refused
      Given a class, each with the guide's files but for one thing:
        | student | file               | instead of               | is written            |
        | boris   | docker-compose.yml | container_name: pg-slave | env_file: /etc/passwd |
        | vera    | docker-compose.yml | services:                | services: [           |
      When the class is examined
      Then its table says:
        | student | examination        | G1.1      | G1.3      | G1.4      | G2.4      | A1        |
        | boris   | cannot be examined | not tried | not tried | not tried | not tried | not tried |
        | vera    | cannot be examined | not tried | not tried | not tried | not tried | not tried |
      And it says of "boris" why not: "docker-compose.yml:23"
      And it says of "vera" why not: "docker-compose.yml"

    @series
    Scenario: Two projects that are refused, and one that comes up as two clusters
      Given a class, each with the guide's files but for one thing:
        | student | file               | instead of               | is written            |
        | anna    | postgres1.yml      | scope: my_cluster        | scope: her_cluster    |
        | boris   | docker-compose.yml | container_name: pg-slave | env_file: /etc/passwd |
        | vera    | docker-compose.yml | services:                | services: [           |
      When the class is examined
      Then its table says:
        | student | examination        | G1.1                      | G1.3          | G1.4          | G2.4      | A1        |
        | anna    | examined           | judged by its files alone | does not work | does not work | not tried | not tried |
        | boris   | cannot be examined | not tried                 | not tried     | not tried     | not tried | not tried |
        | vera    | cannot be examined | not tried                 | not tried     | not tried     | not tried | not tried |
      And it says of "boris" why not: "docker-compose.yml:23"
      And it says of "vera" why not: "docker-compose.yml"
