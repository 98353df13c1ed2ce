package org.halab.checker.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.halab.domain.ListOperation;
import org.halab.domain.ListOperation.Append;
import org.halab.domain.ListOperation.Read;
import org.halab.domain.ListTransaction;
import org.halab.domain.ListTransaction.Side;
import org.halab.domain.Outcome;
import org.halab.domain.TransactionHistory;
import org.halab.message.Language;
import org.junit.jupiter.api.Test;

/** An anomaly is told as a few transactions. */
class IsolationToldTest {
  private static final TransactionHistory FORK =
      new TransactionHistory(
          List.of(
              one(1, Side.LEADER, new Append(1, 7)),
              one(2, Side.LEADER, new Append(2, 8)),
              one(3, Side.LEADER, new Read(1, List.of(7L)), new Read(2, List.of())),
              one(4, Side.REPLICA, new Read(1, List.of()), new Read(2, List.of(8L)))),
          Map.of(1L, List.of(7L), 2L, List.of(8L)));

  @Test
  void aForkIsToldByItsFourTransactions() {
    assertThat(told(FORK, Language.ENGLISH))
        .containsExactly(
            "long fork: 1",
            "long fork: T4 saw T2 and not T1, T3 saw T1 and not T2",
            "T2 (client 2, on the leader, 12:00:02.000 to 12:00:02.500, acknowledged): appended 8 to list 2",
            "T1 (client 1, on the leader, 12:00:01.000 to 12:00:01.500, acknowledged): appended 7 to list 1",
            "T4 (client 4, on the replica, 12:00:04.000 to 12:00:04.500, acknowledged): read list 1 as [], read list 2 as [8]",
            "T3 (client 3, on the leader, 12:00:03.000 to 12:00:03.500, acknowledged): read list 1 as [7], read list 2 as []");
  }

  @Test
  void inRussianToo() {
    assertThat(told(FORK, Language.RUSSIAN))
        .contains(
            "расхождение порядка (long fork): T4 видела T2 и не видела T1, а T3 видела T1 и не видела T2")
        .noneMatch(sentence -> sentence.contains("isolation"));
  }

  @Test
  void aLostUpdateIsToldByWhoReadWithoutIt() {
    TransactionHistory lost =
        new TransactionHistory(
            List.of(
                one(1, Side.LEADER, new Append(1, 7)),
                one(2, Side.LEADER, new Read(1, List.of()), new Append(1, 8))),
            Map.of(1L, List.of(8L)));

    assertThat(told(lost, Language.ENGLISH))
        .hasSize(4)
        .contains(
            "lost update: T1 appended 7 to list 1 and was acknowledged; in the end the list is [8], without it")
        .anyMatch(sentence -> sentence.startsWith("T2 (client 2"));
  }

  @Test
  void aStaleReplicaIsNoAnomaly() {
    TransactionHistory stale =
        new TransactionHistory(
            List.of(
                one(1, Side.LEADER, new Append(1, 7)),
                one(2, Side.LEADER, new Read(1, List.of(7L)), new Append(2, 8)),
                one(3, Side.REPLICA, new Read(1, List.of()), new Read(2, List.of()))),
            Map.of(1L, List.of(7L), 2L, List.of(8L)));

    assertThat(told(stale, Language.ENGLISH))
        .containsExactly(
            "Of 3 acknowledged transactions none saw what it must not: no update was lost, no read"
                + " was dirty or fractured, no two reads tell of different orders.");
  }

  @Test
  void anUnknownTransactionMayHaveHappenedOrNot() {
    for (List<Long> end : List.of(List.of(7L), List.<Long>of())) {
      TransactionHistory unknown =
          new TransactionHistory(
              List.of(
                  new ListTransaction(
                      1, "client 1", Side.LEADER, at(1), at(2), Outcome.UNKNOWN, append(), ""),
                  one(3, Side.LEADER, new Read(1, end))),
              Map.of(1L, end));

      assertThat(Isolation.judge(unknown).anomalies()).isEmpty();
    }
  }

  private static List<ListOperation> append() {
    return List.of(new Append(1, 7));
  }

  private static List<String> told(TransactionHistory history, Language language) {
    return Isolation.judge(history).told().stream().map(one -> one.in(language)).toList();
  }

  private static ListTransaction one(int number, Side side, ListOperation... operations) {
    return new ListTransaction(
        number,
        "client " + number,
        side,
        at(number),
        at(number).plusMillis(500),
        Outcome.ACKNOWLEDGED,
        List.of(operations),
        "");
  }

  private static Instant at(int second) {
    return Instant.parse("2026-01-01T12:00:00Z").plusSeconds(second);
  }
}
