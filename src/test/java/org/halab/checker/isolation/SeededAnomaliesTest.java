package org.halab.checker.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halab.checker.isolation.ListDatabase.of;
import static org.halab.checker.isolation.ListDatabase.read;
import static org.halab.checker.isolation.ListDatabase.with;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.halab.checker.isolation.Anomaly.Kind;
import org.halab.domain.ListOperation;
import org.halab.domain.ListOperation.Append;
import org.halab.domain.ListOperation.Read;
import org.halab.domain.ListTransaction;
import org.halab.domain.ListTransaction.Side;
import org.halab.domain.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random clients of a database that is made to err once, in the midst of their work, or never. */
class SeededAnomaliesTest {
  private static final int SEEDS = 100;
  private static final int BEFORE = 60;
  private static final int AFTER = 60;

  /** One error of the database; each returns the transaction that must be found to show it. */
  private enum Error {
    WRITTEN_OVER(Kind.LOST_UPDATE) {
      @Override
      ListTransaction commit(ListDatabase database) {
        long list = database.lists(1).get(0);
        List<Long> before = of(database.now(), list);
        ListTransaction lost = append(database, list);
        Append over = new Append(list, database.newElement());
        database.put(list, with(before, over.element()));
        database.add(Side.LEADER, Outcome.ACKNOWLEDGED, List.of(new Read(list, before), over));
        return lost;
      }
    },
    APPENDED_UNSEEN(Kind.LOST_UPDATE) {
      @Override
      ListTransaction commit(ListDatabase database) {
        long list = database.lists(1).get(0);
        Read read = read(list, database.now());
        append(database, list);
        List<ListOperation> operations = List.of(read, new Append(list, database.newElement()));
        database.commit(operations);
        return database.add(Side.LEADER, Outcome.ACKNOWLEDGED, operations);
      }
    },
    SAW_REJECTED(Kind.DIRTY_READ) {
      @Override
      ListTransaction commit(ListDatabase database) {
        return seen(database, Outcome.REJECTED);
      }
    },
    SAW_WHAT_NEVER_WAS(Kind.DIRTY_READ) {
      @Override
      ListTransaction commit(ListDatabase database) {
        return seen(database, Outcome.UNKNOWN);
      }
    },
    SAW_WHAT_NOBODY_WROTE(Kind.DIRTY_READ) {
      @Override
      ListTransaction commit(ListDatabase database) {
        long list = database.lists(1).get(0);
        return database.add(
            Side.LEADER,
            Outcome.ACKNOWLEDGED,
            List.of(new Read(list, with(of(database.now(), list), database.newElement()))));
      }
    },
    SAW_HALF_OF_A_LIST(Kind.DIRTY_READ) {
      @Override
      ListTransaction commit(ListDatabase database) {
        long list = database.lists(1).get(0);
        Append first = new Append(list, database.newElement());
        List<Long> half = with(of(database.now(), list), first.element());
        List<ListOperation> both = List.of(first, new Append(list, database.newElement()));
        database.commit(both);
        database.add(Side.LEADER, Outcome.ACKNOWLEDGED, both);
        return database.add(Side.LEADER, Outcome.ACKNOWLEDGED, List.of(new Read(list, half)));
      }
    },
    SAW_HALF(Kind.FRACTURED_READ) {
      @Override
      ListTransaction commit(ListDatabase database) {
        List<Long> lists = database.lists(2);
        Read old = read(lists.get(0), database.now());
        List<Append> both =
            lists.stream().map(list -> new Append(list, database.newElement())).toList();
        database.commit(both);
        database.add(Side.LEADER, Outcome.ACKNOWLEDGED, both);
        List<ListOperation> reads =
            new ArrayList<>(List.of(old, read(lists.get(1), database.now())));
        Collections.shuffle(reads, database.random);
        return database.add(Side.LEADER, Outcome.ACKNOWLEDGED, reads);
      }
    },
    SAW_HALF_OF_UNKNOWN(Kind.FRACTURED_READ) {
      @Override
      ListTransaction commit(ListDatabase database) {
        List<Long> lists = database.lists(2);
        Read old = read(lists.get(0), database.now());
        List<Append> both =
            lists.stream().map(list -> new Append(list, database.newElement())).toList();
        database.commit(both);
        database.add(Side.LEADER, Outcome.UNKNOWN, both);
        return database.add(
            Side.REPLICA, Outcome.ACKNOWLEDGED, List.of(read(lists.get(1), database.now()), old));
      }
    },
    READ_TWICE(Kind.FRACTURED_READ) {
      @Override
      ListTransaction commit(ListDatabase database) {
        long list = database.lists(1).get(0);
        Read first = read(list, database.now());
        append(database, list);
        return database.add(
            Side.LEADER, Outcome.ACKNOWLEDGED, List.of(first, read(list, database.now())));
      }
    },
    FORK_WITH_REPLICA(Kind.LONG_FORK) {
      @Override
      ListTransaction commit(ListDatabase database) {
        return fork(database, Side.REPLICA);
      }
    },
    FORK_ON_LEADER(Kind.LONG_FORK) {
      @Override
      ListTransaction commit(ListDatabase database) {
        return fork(database, Side.LEADER);
      }
    },
    SWAPPED(Kind.NO_ORDER) {
      @Override
      ListTransaction commit(ListDatabase database) {
        long list = database.lists(1).get(0);
        append(database, list);
        append(database, list);
        List<Long> swapped = new ArrayList<>(of(database.now(), list));
        Collections.swap(swapped, swapped.size() - 1, swapped.size() - 2);
        return database.add(Side.LEADER, Outcome.ACKNOWLEDGED, List.of(new Read(list, swapped)));
      }
    },
    APPENDED_TWICE(Kind.NO_ORDER) {
      @Override
      ListTransaction commit(ListDatabase database) {
        long list = database.lists(1).get(0);
        Append twice = new Append(list, database.newElement());
        database.commit(List.of(twice, twice));
        database.add(Side.LEADER, Outcome.ACKNOWLEDGED, List.of(twice));
        return database.add(Side.LEADER, Outcome.ACKNOWLEDGED, List.of(read(list, database.now())));
      }
    };

    private final Kind kind;

    Error(Kind kind) {
      this.kind = kind;
    }

    abstract ListTransaction commit(ListDatabase database);

    static ListTransaction append(ListDatabase database, long list) {
      List<ListOperation> append = List.of(new Append(list, database.newElement()));
      database.commit(append);
      return database.add(Side.LEADER, Outcome.ACKNOWLEDGED, append);
    }

    static ListTransaction seen(ListDatabase database, Outcome outcome) {
      long list = database.lists(1).get(0);
      Append append = new Append(list, database.newElement());
      database.add(Side.LEADER, outcome, List.of(append));
      return database.add(
          database.random.nextBoolean() ? Side.LEADER : Side.REPLICA,
          Outcome.ACKNOWLEDGED,
          List.of(new Read(list, with(of(database.now(), list), append.element()))));
    }

    static ListTransaction fork(ListDatabase database, Side second) {
      List<Long> lists = database.lists(2);
      Map<Long, List<Long>> before = database.now();
      append(database, lists.get(0));
      append(database, lists.get(1));
      Map<Long, List<Long>> after = database.now();
      database.add(
          Side.LEADER,
          Outcome.ACKNOWLEDGED,
          List.of(read(lists.get(0), after), read(lists.get(1), before)));
      return database.add(
          second,
          Outcome.ACKNOWLEDGED,
          List.of(read(lists.get(0), before), read(lists.get(1), after)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void aCorrectDatabaseIsNeverAccused(int snapshotAge) {
    LongStream.range(0, 2 * SEEDS)
        .forEach(
            seed -> {
              ListDatabase database = new ListDatabase(seed, snapshotAge);
              database.run(BEFORE + AFTER);

              Isolation isolation = Isolation.judge(database.history());

              assertThat(isolation.anomalies()).as("seed %d", seed).isEmpty();
              assertThat(isolation.acknowledged()).isPositive();
            });
  }

  @ParameterizedTest
  @EnumSource
  void anErrorIsAlwaysFound(Error error) {
    LongStream.range(0, SEEDS)
        .forEach(
            seed -> {
              ListDatabase database = new ListDatabase(seed, seed % 2 == 0 ? 0 : 4);
              database.run(database.random.nextInt(BEFORE));
              ListTransaction witness = error.commit(database);
              database.run(database.random.nextInt(AFTER));

              Isolation isolation = Isolation.judge(database.history());

              assertThat(isolation.of(error.kind))
                  .as("seed %d", seed)
                  .flatExtracting(Anomaly::witnesses)
                  .contains(witness);
              assertThat(isolation.anomalies())
                  .as("seed %d", seed)
                  .extracting(Anomaly::kind)
                  .containsOnly(error.kind);
            });
  }

  @Test
  void everyKindIsSeeded() {
    assertThat(Stream.of(Error.values()).map(error -> error.kind)).contains(Kind.values());
  }

  @Test
  void aForkIsSeenWhileClientsWork() {
    LongStream.range(0, SEEDS)
        .forEach(
            seed -> {
              ListDatabase database = new ListDatabase(seed, 0);
              database.run(BEFORE);
              assertThat(Isolation.forksSoFar(database.history().transactions())).isEmpty();
              Error.FORK_WITH_REPLICA.commit(database);

              assertThat(Isolation.forksSoFar(database.history().transactions()))
                  .as("seed %d", seed)
                  .isNotEmpty()
                  .allMatch(fork -> fork.between(Side.LEADER, Side.REPLICA));
            });
  }
}
