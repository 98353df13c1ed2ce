package org.halab.report;

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
import org.junit.jupiter.api.Test;

class ElleHistoryTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void eachTransactionIsTwoLinesAndTheEndIsReadLast() {
    TransactionHistory history =
        new TransactionHistory(
            List.of(
                one(
                    1,
                    "writer 1",
                    0,
                    Outcome.ACKNOWLEDGED,
                    new Read(1, List.of()),
                    new Append(1, 5)),
                one(2, "writer 1", 10, Outcome.UNKNOWN, new Append(2, 6), new Read(1, List.of(5L))),
                one(3, "writer 1", 20, Outcome.REJECTED, new Append(1, 7))),
            Map.of(1L, List.of(5L), 2L, List.of()));

    assertThat(new ElleHistory(history).edn(List.of("a scenario\nin two lines")).lines())
        .containsExactly(
            "; a scenario",
            "; in two lines",
            "{:index 0, :type :invoke, :process 0, :time 0, :f :txn, :value [[:r 1 nil] [:append 1 5]], :client \"writer 1\", :side :leader}",
            "{:index 1, :type :ok, :process 0, :time 5000000, :f :txn, :value [[:r 1 []] [:append 1 5]], :client \"writer 1\", :side :leader}",
            "{:index 2, :type :invoke, :process 0, :time 10000000, :f :txn, :value [[:append 2 6] [:r 1 nil]], :client \"writer 1\", :side :leader}",
            "{:index 3, :type :info, :process 0, :time 15000000, :f :txn, :value [[:append 2 6] [:r 1 nil]], :client \"writer 1\", :side :leader, :error \"08006 \\\"gone\\\"\"}",
            "{:index 4, :type :invoke, :process 1, :time 20000000, :f :txn, :value [[:append 1 7]], :client \"writer 1\", :side :leader}",
            "{:index 5, :type :fail, :process 1, :time 25000000, :f :txn, :value [[:append 1 7]], :client \"writer 1\", :side :leader, :error \"08006 \\\"gone\\\"\"}",
            "{:index 6, :type :invoke, :process 2, :time 25000001, :f :txn, :value [[:r 1 nil] [:r 2 nil]], :client \"the end\", :side :leader}",
            "{:index 7, :type :ok, :process 2, :time 25000002, :f :txn, :value [[:r 1 [5]] [:r 2 []]], :client \"the end\", :side :leader}");
  }

  @Test
  void nothingHappened() {
    assertThat(new ElleHistory(new TransactionHistory(List.of(), Map.of())).edn(List.of()))
        .isEmpty();
  }

  private static ListTransaction one(
      long number, String client, int millis, Outcome outcome, ListOperation... operations) {
    return new ListTransaction(
        number,
        client,
        Side.LEADER,
        START.plusMillis(millis),
        START.plusMillis(millis + 5),
        outcome,
        List.of(operations),
        outcome == Outcome.ACKNOWLEDGED ? "" : "08006 \"gone\"");
  }
}
