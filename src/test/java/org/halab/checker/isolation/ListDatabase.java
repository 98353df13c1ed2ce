package org.halab.checker.isolation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.halab.domain.ListOperation;
import org.halab.domain.ListOperation.Append;
import org.halab.domain.ListOperation.Read;
import org.halab.domain.ListTransaction;
import org.halab.domain.ListTransaction.Side;
import org.halab.domain.Outcome;
import org.halab.domain.TransactionHistory;

/**
 * A database of lists in memory that is as isolated as it claims, and random clients of it: what
 * they are told is told to the judges. Every state that it was ever in is kept, so that something
 * can be made to see the wrong one.
 */
final class ListDatabase {
  static final int LISTS = 5;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int CLIENTS = 8;
  private static final int MILLIS = 10;

  /** How much before its commit a transaction begins, and after it ends, at the most. */
  private static final int LONGEST = 30;

  final Random random;
  private final List<Map<Long, List<Long>>> states = new ArrayList<>();
  private final List<ListTransaction> transactions = new ArrayList<>();
  private final int snapshotAge;
  private int replayed;
  private long lastElement;

  /**
   * @param snapshotAge how many states the snapshot of a transaction may be behind its commit: none
   *     is serial, more is snapshot isolation, in which whoever appends to what changed is refused
   */
  ListDatabase(long seed, int snapshotAge) {
    this.random = new Random(seed);
    this.snapshotAge = snapshotAge;
    states.add(Map.of());
  }

  TransactionHistory history() {
    return new TransactionHistory(transactions, now());
  }

  Map<Long, List<Long>> now() {
    return states.get(states.size() - 1);
  }

  long newElement() {
    return ++lastElement;
  }

  /** Some lists, each once. */
  List<Long> lists(int count) {
    List<Long> all = new ArrayList<>();
    for (long list = 1; list <= LISTS; list++) {
      all.add(list);
    }
    Collections.shuffle(all, random);
    return all.subList(0, count);
  }

  void run(int count) {
    for (int i = 0; i < count; i++) {
      if (random.nextInt(3) == 0) {
        readSome();
      } else {
        writeSome();
      }
    }
  }

  private void readSome() {
    boolean replica = random.nextBoolean();
    int newest = states.size() - 1;
    int state;
    if (replica) {
      replayed = Math.max(replayed, newest - random.nextInt(6));
      state = replayed;
    } else {
      state = newest - random.nextInt(Math.min(snapshotAge, newest) + 1);
    }
    List<ListOperation> operations = new ArrayList<>();
    lists(1 + random.nextInt(LISTS)).forEach(list -> operations.add(read(list, states.get(state))));
    if (random.nextInt(4) == 0) {
      operations.add(operations.get(0));
    }
    add(replica ? Side.REPLICA : Side.LEADER, Outcome.ACKNOWLEDGED, operations);
  }

  private void writeSome() {
    int newest = states.size() - 1;
    Map<Long, List<Long>> snapshot =
        states.get(newest - random.nextInt(Math.min(snapshotAge, newest) + 1));
    List<ListOperation> operations = new ArrayList<>();
    Map<Long, List<Long>> seen = new HashMap<>(snapshot);
    Set<Long> appendedTo = new LinkedHashSet<>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      long list = 1 + random.nextInt(LISTS);
      if (random.nextBoolean()) {
        operations.add(read(list, seen));
      } else {
        operations.add(append(list, seen));
        appendedTo.add(list);
      }
    }
    boolean conflict =
        appendedTo.stream().anyMatch(list -> !of(snapshot, list).equals(of(now(), list)));
    int chance = random.nextInt(10);
    if (conflict || chance == 0) {
      add(Side.LEADER, Outcome.REJECTED, operations);
    } else if (chance == 1) {
      if (random.nextBoolean()) {
        commit(operations);
      }
      add(Side.LEADER, Outcome.UNKNOWN, operations);
    } else {
      commit(operations);
      add(Side.LEADER, Outcome.ACKNOWLEDGED, operations);
    }
  }

  static List<Long> of(Map<Long, List<Long>> state, long list) {
    return state.getOrDefault(list, List.of());
  }

  static Read read(long list, Map<Long, List<Long>> state) {
    return new Read(list, of(state, list));
  }

  /** A new element, which the transaction itself sees from now on. */
  private Append append(long list, Map<Long, List<Long>> seen) {
    Append append = new Append(list, newElement());
    seen.put(list, with(of(seen, list), append.element()));
    return append;
  }

  static List<Long> with(List<Long> list, long element) {
    List<Long> longer = new ArrayList<>(list);
    longer.add(element);
    return longer;
  }

  /** Appends to what is there now. */
  void commit(List<? extends ListOperation> operations) {
    Map<Long, List<Long>> next = new HashMap<>(now());
    for (ListOperation operation : operations) {
      if (operation instanceof Append append) {
        next.put(append.list(), with(of(next, append.list()), append.element()));
      }
    }
    states.add(next);
  }

  /** Writes a list over, whatever is there. */
  void put(long list, List<Long> elements) {
    Map<Long, List<Long>> next = new HashMap<>(now());
    next.put(list, elements);
    states.add(next);
  }

  ListTransaction add(Side side, Outcome outcome, List<? extends ListOperation> operations) {
    int number = transactions.size() + 1;
    Instant commit = START.plusMillis((long) number * MILLIS);
    ListTransaction one =
        new ListTransaction(
            number,
            "client " + number % CLIENTS,
            side,
            commit.minusMillis(random.nextInt(LONGEST)),
            commit.plusMillis(1 + random.nextInt(LONGEST)),
            outcome,
            List.copyOf(operations),
            "");
    transactions.add(one);
    return one;
  }
}
