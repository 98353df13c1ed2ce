package org.halab.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halab.domain.Outcome.ACKNOWLEDGED;
import static org.halab.domain.Outcome.REJECTED;
import static org.halab.domain.Outcome.UNKNOWN;

import java.util.List;
import java.util.Map;
import org.halab.domain.History;
import org.halab.domain.Transfer;
import org.junit.jupiter.api.Test;

class BankLedgerTest {
  private static final Map<String, Long> BEFORE = Map.of("a", 100L, "b", 100L);
  private static final History HISTORY = Histories.of(ACKNOWLEDGED, UNKNOWN, REJECTED).history();
  private static final Transfer FIRST = new Transfer(1, "a", "b", 10);
  private static final Transfer SECOND = new Transfer(2, "a", "b", 5);
  private static final Transfer THIRD = new Transfer(3, "b", "a", 1);

  @Test
  void acknowledgedTransfersWithTheirBalancesAreSound() {
    assertThat(judge(90, 110, FIRST).sound()).isTrue();
  }

  @Test
  void anUnknownTransferMaySurviveWhole() {
    assertThat(judge(85, 115, FIRST, SECOND).sound()).isTrue();
  }

  @Test
  void aDoubleTransferKeepsTheSumAndIsFound() {
    BankLedger ledger = judge(80, 120, FIRST, FIRST);

    assertThat(ledger.sumKept()).isTrue();
    assertThat(ledger.duplicates()).containsExactly(1L);
    assertThat(ledger.sound()).isFalse();
  }

  @Test
  void aTransferMadeTwiceButWrittenOnceIsFound() {
    BankLedger ledger = judge(80, 120, FIRST);

    assertThat(ledger.sumKept()).isTrue();
    assertThat(ledger.explained()).isFalse();
    assertThat(ledger.sound()).isFalse();
  }

  @Test
  void aTransferLostWholeKeepsTheSumAndIsFound() {
    BankLedger ledger = judge(100, 100);

    assertThat(ledger.sumKept()).isTrue();
    assertThat(ledger.lost()).containsExactly(1L);
    assertThat(ledger.sound()).isFalse();
  }

  @Test
  void halfATransferBreaksTheSum() {
    assertThat(judge(90, 100, FIRST).sumKept()).isFalse();
    assertThat(judge(90, 100, FIRST).sound()).isFalse();
  }

  @Test
  void aRejectedTransferThatIsThereIsFound() {
    assertThat(judge(91, 109, FIRST, THIRD).unexpected()).containsExactly(3L);
    assertThat(judge(91, 109, FIRST, THIRD).sound()).isFalse();
  }

  private static BankLedger judge(long a, long b, Transfer... ledger) {
    return BankLedger.judge(HISTORY, BEFORE, Map.of("a", a, "b", b), List.of(ledger));
  }
}
