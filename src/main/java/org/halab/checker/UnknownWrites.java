package org.halab.checker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.halab.domain.Fate;
import org.halab.domain.SentCommit;
import org.halab.message.Message;

/**
 * What became of the writes whose clients were not told.
 *
 * @param fates by the number of the row or transaction
 */
public record UnknownWrites(Map<Long, Fate> fates) {
  private static final String ABORTED = "aborted";
  private static final String COMMITTED = "committed";

  public UnknownWrites {
    fates = new TreeMap<>(fates);
  }

  /**
   * @param unknown the numbers of those of unknown outcome
   * @param there the numbers of those that are there
   * @param sent what their servers said of them before they committed
   * @param statuses what the leader's PostgreSQL says of them; of those whose WAL it does not have
   *     nothing
   */
  public static UnknownWrites judge(
      Set<Long> unknown, Set<Long> there, Map<Long, SentCommit> sent, Map<Long, String> statuses) {
    Map<Long, Fate> fates = new TreeMap<>();
    for (Long number : unknown) {
      fates.put(
          number,
          there.contains(number)
              ? Fate.THERE
              : gone(Optional.ofNullable(sent.get(number)), statuses.get(number)));
    }
    return new UnknownWrites(fates);
  }

  /**
   * The row alone could not tell: it is not there in each case. What was said to be committed on
   * the former leader is lost, also where the present one knows of its beginning alone.
   */
  private static Fate gone(Optional<SentCommit> sent, String status) {
    if (sent.isEmpty()) {
      return Fate.UNRESOLVED;
    }
    if (sent.get().done() || status == null || status.equals(COMMITTED)) {
      return Fate.LOST;
    }
    return status.equals(ABORTED) ? Fate.NEVER_COMMITTED : Fate.UNRESOLVED;
  }

  public List<Long> of(Fate fate) {
    return fates.keySet().stream().filter(number -> fates.get(number) == fate).toList();
  }

  /** Empty if there were none. */
  public Optional<Message> told() {
    return fates.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Message.of("checker.unknown")
                .with("count", fates.size())
                .with("there", numbers(Fate.THERE))
                .with("lost", numbers(Fate.LOST))
                .with("never", numbers(Fate.NEVER_COMMITTED))
                .with("unresolved", numbers(Fate.UNRESOLVED)));
  }

  private Message numbers(Fate fate) {
    List<Long> numbers = of(fate);
    return numbers.isEmpty() ? Message.of("checker.unknown.none") : Message.joined(", ", numbers);
  }
}
