@guide @part-1 @Q2
Feature: Question 2: what builds the image again
  The guide asks: does a plain restart of the Compose project build the image again? And after
  editing postgresX.yml? And after editing the Dockerfile? Why? Each case is carried out on a copy
  of the project with images of its own, and the image is compared before and after: its id, its
  layers, and what the running node really uses.

  Rule: The image is built again only when Compose is told to build, and only from the edit on

    Scenario: Each file is edited, and the project is restarted with and without a build
      Given a deployed copy of the project
      When each of these files is edited in turn and the project is restarted:
        | edited        | docker compose         |
        | nothing       | restart                |
        | nothing       | up -d --build          |
        | postgresN.yml | restart                |
        | postgresN.yml | up -d                  |
        | postgresN.yml | up -d --build          |
        | Dockerfile    | up -d                  |
        | Dockerfile    | up -d --build          |
        | Dockerfile    | build, then restart    |
      Then this is what became of the image and of the running node:
        | edited        | docker compose         | image    | node runs with | layers                     |
        | nothing       | restart                | the same | no edit        | no build                   |
        | nothing       | up -d --build          | the same | no edit        | all reused                 |
        | postgresN.yml | restart                | the same | no edit        | no build                   |
        | postgresN.yml | up -d                  | the same | no edit        | no build                   |
        | postgresN.yml | up -d --build          | new      | the edit       | reused up to the edit      |
        | Dockerfile    | up -d                  | the same | no edit        | no build                   |
        | Dockerfile    | up -d --build          | new      | the edit       | reused up to the edit      |
        | Dockerfile    | build, then restart    | new      | no edit        | reused up to the edit      |
      And the answer to question 2 is written from this

    @finding
    Scenario: Both nodes say "build: .", so one image name is built twice
      An image's id alone does not tell whether it was built from something new.

      Given a copy of the project
      When the image is built for one node and then for the other
      Then its name leads to another image id, with the same layers
