@beyond @transactions
Feature: What transactions see of each other
  Clients append to lists and read several of them in one transaction, on the leader and on the
  replica. An element is appended once, so what a transaction reads tells which others it saw, and
  in which order they came. Each is held against what REPEATABLE READ promises: no update is lost, no
  read is dirty or sees half of a transaction, and no two reads tell of different orders.

  Rule: A replica may tell of another order than the leader

    Both apply the same transactions. The replica shows them in the order of their commit records in
    the WAL. The leader writes that record first, then waits for the standby, and only then takes the
    transaction off the list of those that run; what two sessions do after their waits is in no order.
    So the leader can show the second of two records first, and the replica, which replays the first
    one while the second is on its way, the first. PostgreSQL promises a snapshot on each server, and
    nothing about two servers. Synchronous replication does not change that; it makes the wait longer.

    @series
    Scenario: Reads on the leader and on the replica tell of different orders
      Given a running improved cluster
      And clients append to lists and read them in 400 REPEATABLE READ transactions a second, on the leader and on the replica
      Then within 60 seconds a read on the leader and one on the replica tell of different orders
      And the reads of the leader alone tell of one order, and so do those of the replica alone

  Rule: On the leader transactions stay apart, whatever happens to it

    Scenario: Nothing happens while transactions run
      Given a running improved cluster
      And clients append to lists and read them in 80 REPEATABLE READ transactions a second, on the leader and on the replica
      When these clients have gone on for 300 transactions on each side
      Then on the leader no update was lost, no read was dirty or fractured, and no two reads tell of different orders

    @series @fault
    Scenario: The leader is killed while transactions run
      Given a running improved cluster
      And clients write and read numbered rows through the entrypoint
      And clients append to lists and read them in 320 REPEATABLE READ transactions a second, on the leader and on the replica
      And these clients have gone on for 2000 transactions on each side
      When the leader is killed
      Then writes succeed through the entrypoint
      And these clients have gone on for 500 transactions on the leader
      And on the leader no update was lost, no read was dirty or fractured, and no two reads tell of different orders
      And of every write of unknown outcome it is known what became of it
      And every acknowledged row is present

  Rule: PostgreSQL's default keeps them less apart

    In READ COMMITTED each statement has a snapshot of its own: a transaction that reads twice can
    see half of another one, and what it appends to need not be what it read.

    @series
    Scenario: Updates are lost and reads fractured in READ COMMITTED
      Given a running improved cluster
      And clients append to lists and read them in 320 READ COMMITTED transactions a second, on the leader and on the replica
      And these clients have gone on for 500 transactions on each side
      Then updates were lost on the leader, and reads were fractured
      And no read was dirty

  Rule: The measurement tells what it costs

    @series
    Scenario: Clients of lists begin to work
      Given a running improved cluster
      Then what clients of lists cost that try 320 REPEATABLE READ transactions a second is told
