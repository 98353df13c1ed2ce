package org.halab.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.halab.domain.ListOperation.Append;
import org.halab.domain.ListOperation.Read;

/**
 * A transaction of one client, over several lists. What it read counts only if it was acknowledged.
 *
 * @param number its own
 * @param client whose it was; a client has one at a time
 * @param operations in the order in which they were carried out
 * @param error what the client was told when it was not acknowledged, else empty
 */
public record ListTransaction(
    long number,
    String client,
    Side side,
    Instant start,
    Instant end,
    Outcome outcome,
    List<ListOperation> operations,
    String error) {

  /** What the node was, in which it was carried out. */
  public enum Side {
    LEADER,
    REPLICA
  }

  public ListTransaction {
    operations = List.copyOf(operations);
  }

  public boolean acknowledged() {
    return outcome == Outcome.ACKNOWLEDGED;
  }

  public List<Append> appends() {
    return operations.stream().filter(Append.class::isInstance).map(Append.class::cast).toList();
  }

  public List<Read> reads() {
    return operations.stream().filter(Read.class::isInstance).map(Read.class::cast).toList();
  }

  /**
   * What others had made of each list that it read, when it read it first: without what it had
   * appended itself by then. Nothing if it was not acknowledged.
   */
  public Map<Long, List<Long>> found() {
    Map<Long, List<Long>> found = new TreeMap<>();
    if (acknowledged()) {
      foundEachTime().forEach((list, times) -> found.put(list, times.get(0)));
    }
    return found;
  }

  /** The same for each time that it read the list. */
  public Map<Long, List<List<Long>>> foundEachTime() {
    Map<Long, List<List<Long>>> found = new TreeMap<>();
    Map<Long, List<Long>> own = new TreeMap<>();
    for (ListOperation operation : operations) {
      if (operation instanceof Append append) {
        own.computeIfAbsent(append.list(), list -> new ArrayList<>()).add(append.element());
      } else if (operation instanceof Read read) {
        List<Long> others = new ArrayList<>(read.elements());
        others.removeAll(own.getOrDefault(read.list(), List.of()));
        found.computeIfAbsent(read.list(), list -> new ArrayList<>()).add(others);
      }
    }
    return found;
  }
}
