@beyond @instruments
Feature: Faults that are only pretended
  A fault is said to have taken effect only if that is seen. So each is made once without doing
  anything, and must not be taken for one.

  Scenario: Every fault is only pretended
    Given a running improved cluster
    Then every fault, when it is only pretended, is noticed
    And the cluster is as it was
