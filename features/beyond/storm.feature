@beyond @series @storm
Feature: A storm
  Faults that nobody has chosen: which, how many at once, when and for how long is drawn from a seed,
  which draws the same ones again. Clients work through each strike, and after each the ledger is
  judged. `-Dlab.storm.strikes=N` says how many there are, `-Dlab.storm.minutes=M` for how long,
  `-Dlab.storm.seed=S` from which seed. A strike that is red is struck again with fewer faults, until
  the fewest are found that are red; they are in the report as a scenario.

  @storm-improved
  Scenario: On the improved cluster
    Given a running improved cluster
    When faults drawn by chance strike, one strike after the other
    Then the cluster is whole again by itself after each strike, and nothing acknowledged is lost

  @storm-ha
  Scenario: On the cluster without a single part whose loss stops writes
    Given a running ha cluster
    When faults drawn by chance strike, one strike after the other
    Then the cluster is whole again by itself after each strike, and nothing acknowledged is lost

  @storm-etcd
  Scenario: On that cluster with three members of etcd
    Given a running cluster of the ha-etcd stack
    When faults drawn by chance strike, one strike after the other
    Then the cluster is whole again by itself after each strike, and nothing acknowledged is lost

  Scenario: A strike that was drawn once
    Given a running improved cluster
    When these faults strike together:
      | fault                    | at, s | for, s |
      | the leader is killed     | 0.0   | 12.5   |
      | the entrypoint is frozen | 3.2   | 20.0   |
    Then the cluster is whole again by itself after each strike, and nothing acknowledged is lost
