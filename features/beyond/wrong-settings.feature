@beyond @series @wrong-settings
Feature: The lab tries itself
  A wrong setting that turns no scenario red is one that the lab cannot warn of. Each setting below
  is a small change to the project's own files, written down in wrong-settings.yml with the scenario
  that must notice it, the step and the words. It is carried out in a process of its own, on a copy
  with this change alone; a scenario that is red elsewhere, or with other words, has not noticed it.
  `-Dlab.wrong-settings=NAME,NAME` tries those alone, and again.

  Scenario Outline: <part>
    When each wrong setting of "<part>" is tried with the scenarios that must notice it
    Then each turns a scenario red for its own reason, or it is known why none is

    Examples:
      | part       |
      | HAProxy    |
      | Patroni    |
      | PostgreSQL |
      | Compose    |
      | ZooKeeper  |
      | etcd       |
      | nginx      |

  Scenario: Nothing is wrong
    When the scenarios that must notice wrong settings are carried out on the unchanged files
    Then all of them are green
