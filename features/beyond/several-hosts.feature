@beyond @series @swarm
Feature: Several hosts
  A node, a member of etcd and a HAProxy on each of three hosts, put there by Docker Swarm. A host is
  more than its containers: when it is lost, all that runs there is lost at once. Clients know the
  three ways in and have short time-outs, as an application would.

  Rule: It takes less than two minutes to bring up, and nothing of it stays

    @host-lost
    Scenario: From nothing to the first write, and back to nothing
      When the swarm stack is brought up from nothing
      Then a client's first write succeeds within 120 seconds
      And the swarm has a leader, and each service exactly one container
      When it is taken down
      Then nothing of it is left on this machine

    @host-lost
    Scenario: The run is killed
      When a run that has brought up the swarm stack is killed by SIGKILL
      Then all that it started lives on
      When the next run begins
      Then nothing of it is left on this machine

  Rule: The loss of a host is the loss of what ran there, and no more

    Background:
      Given a running cluster of the swarm stack
      And clients that know every entrypoint write and read numbered rows

    @host-lost
    Scenario: The leader's container alone is killed
      The measure for what follows. Swarm would start another one at once, so its host is told to take
      no new containers meanwhile.

      When the leader is killed until another node leads
      Then writes succeed through the entrypoint
      And the cluster is whole again by itself
      And the swarm has a leader, and each service exactly one container
      And the leader lock was kept until its session expired
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

    @host-lost
    Scenario: The leader's host is lost
      With the leader go a member of etcd, an entrypoint and a manager of the swarm.

      When the leader's host is lost until another node leads
      Then writes succeed through the entrypoint
      And the cluster is whole again by itself
      And the swarm has a leader, and each service exactly one container
      And the leader lock was kept until its session expired
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

    Scenario: Another host is lost
      When a host without the leader is lost until the ttl is over
      Then the cluster is whole again by itself
      And the swarm has a leader, and each service exactly one container
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

    Scenario: The leader's host is drained
      Swarm stops in order what runs there, as before work on the host.

      When the leader's host is drained until another node leads
      Then writes succeed through the entrypoint
      And the cluster is whole again by itself
      And the swarm has a leader, and each service exactly one container
      And the leader lock was released by the node that held it
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: Who is cut off does not lead any more

    Background:
      Given a running cluster of the swarm stack
      And clients that know every entrypoint write and read numbered rows

    Scenario: The leader's host is cut off from everything
      All that runs on the host goes on meanwhile, and finds itself replaced when it is back.

      When the leader's host is cut off from everything until another node leads
      Then writes succeed through the entrypoint
      And the cluster is whole again by itself
      And the swarm has a leader, and each service exactly one container
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

    Scenario: The leader's host is cut off from the other hosts
      Clients reach it all the time, and it would be the first that they ask.

      When the leader's host is cut off from the other hosts until another node leads
      Then writes succeed through the entrypoint
      And the cluster is whole again by itself
      And the swarm has a leader, and each service exactly one container
      And at no moment did two nodes take writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

  Rule: Two hosts that do not reach each other change nothing, but for what the swarm makes of it

    Background:
      Given a running cluster of the swarm stack
      And the swarm is led from another host than the database
      And clients that know every entrypoint write and read numbered rows

    Scenario: Both reach the host that leads the swarm
      The third host has a member of etcd and a replica too, and these are enough.

      When the leader's host is cut off from the host that does not lead the swarm until the ttl is over
      Then the cluster is whole again by itself
      And the swarm replaces no container for 60 seconds
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present

    @shared-directory
    Scenario: One of them leads the swarm
      It gives the other host up, where the database's leader serves all clients meanwhile. Back in
      touch it has all that runs there stopped and started anew.

      When the leader's host is cut off from the host that leads the swarm until the ttl is over
      Then the swarm replaces what ran on the leader's host, and nothing else
      And writes succeed through the entrypoint
      And the cluster is whole again by itself
      And the swarm has a leader, and each service exactly one container
      And the leader lock was released by the node that held it
      And no two containers had one data directory at once
      And at no moment did two nodes take writes
      And no pause between writes is longer than its bound
      And every acknowledged row is present

  Rule: Only a port of its host keeps a node's new container off the data of the old one

    @finding @shared-directory
    Scenario: The same where the nodes publish no port
      The swarm starts the new container and asks the old one to stop, both at once. The new
      Patroni finds the lock in its own name and, in a process list of its own, no PostgreSQL: it
      starts one, or lets one recover, on data that another may still write.

      Given a running cluster of the swarm stack whose nodes publish no port of their hosts
      And the swarm is led from another host than the database
      And clients that know every entrypoint write and read numbered rows
      When the leader's host is cut off from the host that leads the swarm until the ttl is over
      Then the swarm replaces what ran on the leader's host, and nothing else
      And two containers of the leader's node had its data directory at once
      And the cluster is whole again by itself

  Rule: The swarm starts what ended, and then nobody need take over

    Background:
      Given a running cluster of the swarm stack
      And clients that know every entrypoint write and read numbered rows

    Scenario: The leader's container crashes
      Sooner than its lock expires there is another container on the same data.

      When the leader's container crashes
      Then writes succeed through the entrypoint
      And the swarm has a leader, and each service exactly one container
      And the swarm started its container again, and no other node took writes
      And the outage of writes stays within its bound
      And every acknowledged row is present

    Scenario: The leader's host is out of reach for a moment
      When the leader's host is shortly cut off from everything for 4 seconds
      Then the cluster is whole again by itself
      And the swarm replaces no container for 60 seconds
      And the leader stays the leader
      And the outage of writes stays within its bound
      And every acknowledged row is present
