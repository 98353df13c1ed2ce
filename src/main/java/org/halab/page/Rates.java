package org.halab.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.halab.domain.Operation;

/** What became of clients' writes, second by second. */
final class Rates {
  static final int SECONDS = 120;

  private final long end;
  private final List<List<Long>> latencies = new ArrayList<>();
  private final Integer[] failed = new Integer[SECONDS];

  /**
   * The two minutes before the second that a moment is in.
   *
   * @param operations each counts in the second in which it was answered
   */
  Rates(List<Operation> operations, Instant now) {
    end = now.getEpochSecond() - 1;
    for (int i = 0; i < SECONDS; i++) {
      latencies.add(new ArrayList<>());
      failed[i] = 0;
    }
    operations.stream().filter(one -> one.kind() == Operation.Kind.WRITE).forEach(this::count);
  }

  /** The moment after which operations count. */
  static Instant since(Instant now) {
    return now.minusSeconds(SECONDS + 1);
  }

  private void count(Operation write) {
    long second = SECONDS - 1 - (end - write.end().getEpochSecond());
    if (second < 0 || second >= SECONDS) {
      return;
    }
    if (write.acknowledged()) {
      latencies.get((int) second).add(Duration.between(write.start(), write.end()).toMillis());
    } else {
      failed[(int) second]++;
    }
  }

  PageState.Chart chart(List<PageState.Mark> marks) {
    return new PageState.Chart(
        end,
        latencies.stream().map(List::size).toList(),
        List.of(failed),
        each(all -> all.get(all.size() / 2)),
        each(all -> all.get(all.size() - 1)),
        marks);
  }

  private List<Long> each(Function<List<Long>, Long> chosen) {
    List<Long> values = new ArrayList<>();
    for (List<Long> all : latencies) {
      List<Long> sorted = all.stream().sorted().toList();
      values.add(sorted.isEmpty() ? null : chosen.apply(sorted));
    }
    return Collections.unmodifiableList(values);
  }
}
