package org.halab.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halab.domain.Outcome.ACKNOWLEDGED;

import java.util.List;
import java.util.Map;
import org.halab.domain.History;
import org.halab.domain.Sighting;
import org.halab.domain.Transfer;
import org.halab.domain.WriteProbe;
import org.junit.jupiter.api.Test;

/** Each judge fed a history that breaks it, and it alone, turns the verdict. */
class VerdictTest {
  private static final History TWO = Histories.of(ACKNOWLEDGED, ACKNOWLEDGED).history();
  private static final Map<String, Long> OPENING = Map.of("a", 10L, "b", 10L);

  private static final RowSet ROWS = RowSet.judge(TWO, List.of(1L, 2L));
  private static final WriteOrder ORDER = WriteOrder.judge(TWO, List.of(1L, 2L));
  private static final CounterBounds COUNTER = CounterBounds.judge(TWO, 2);
  private static final BankLedger BANK = BankLedger.judge(none(), OPENING, OPENING, List.of());
  private static final MonotonicReads READS = MonotonicReads.judge(List.of(seen(1, 1), seen(2, 2)));
  private static final WritableNodes WRITABLE =
      WritableNodes.judge(List.of(probe("one", 1), probe("one", 4)));
  private static final UnknownWrites UNKNOWN = new UnknownWrites(Map.of());

  @Test
  void withoutAnythingBrokenItIsSound() {
    Verdict verdict = new Verdict(ROWS, ORDER, COUNTER, BANK, READS, WRITABLE, UNKNOWN);

    assertThat(verdict.sound()).isTrue();
    assertThat(verdict.complaints()).isEmpty();
  }

  @Test
  void aLostRowTurnsIt() {
    RowSet lost = RowSet.judge(TWO, List.of(1L));

    assertComplaint(
        new Verdict(lost, ORDER, COUNTER, BANK, READS, WRITABLE, UNKNOWN), "rows: ", "lost [2]");
  }

  @Test
  void aSurvivorWithoutThoseBeforeItTurnsIt() {
    WriteOrder mixed = WriteOrder.judge(TWO, List.of(2L));

    assertComplaint(
        new Verdict(ROWS, mixed, COUNTER, BANK, READS, WRITABLE, UNKNOWN),
        "order: ",
        "missing=1, survivor=2");
  }

  @Test
  void aCounterOutsideItsBoundsTurnsIt() {
    CounterBounds few = CounterBounds.judge(TWO, 1);

    assertComplaint(
        new Verdict(ROWS, ORDER, few, BANK, READS, WRITABLE, UNKNOWN),
        "counter: ",
        "does not hold");
  }

  @Test
  void aTransferThatNobodyMadeTurnsIt() {
    BankLedger unexpected =
        BankLedger.judge(
            none(), OPENING, Map.of("a", 9L, "b", 11L), List.of(new Transfer(7, "a", "b", 1)));

    assertComplaint(
        new Verdict(ROWS, ORDER, COUNTER, unexpected, READS, WRITABLE, UNKNOWN),
        "bank: ",
        "unexpected=[7]");
  }

  @Test
  void moneyThatVanishedTurnsIt() {
    BankLedger less = BankLedger.judge(none(), OPENING, Map.of("a", 10L, "b", 9L), List.of());

    assertComplaint(
        new Verdict(ROWS, ORDER, COUNTER, less, READS, WRITABLE, UNKNOWN),
        "bank: ",
        "sumKept=false");
  }

  @Test
  void aReadThatWentBackTurnsIt() {
    MonotonicReads back = MonotonicReads.judge(List.of(seen(1, 5), seen(2, 4)));

    assertComplaint(
        new Verdict(ROWS, ORDER, COUNTER, BANK, back, WRITABLE, UNKNOWN),
        "reads that went back: ",
        "seen=4");
  }

  @Test
  void twoNodesThatTakeWritesAtOnceTurnIt() {
    WritableNodes two =
        WritableNodes.judge(List.of(probe("one", 1), probe("two", 4), probe("one", 7)));

    assertComplaint(
        new Verdict(ROWS, ORDER, COUNTER, BANK, READS, two, UNKNOWN),
        "two writable nodes: ",
        "node=two");
  }

  private static void assertComplaint(Verdict verdict, String who, String evidence) {
    assertThat(verdict.sound()).isFalse();
    assertThat(verdict.complaints()).hasSize(1);
    assertThat(verdict.complaints().get(0).toString()).startsWith(who).contains(evidence);
  }

  private static History none() {
    return new Histories().history();
  }

  private static Sighting seen(int second, long number) {
    return new Sighting("reader", "leader", Histories.at(second), number);
  }

  private static WriteProbe probe(String node, int second) {
    return new WriteProbe(node, Histories.at(second), Histories.at(second + 1), true);
  }
}
