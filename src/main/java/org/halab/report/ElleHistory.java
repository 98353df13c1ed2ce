package org.halab.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.halab.domain.ListOperation;
import org.halab.domain.ListOperation.Append;
import org.halab.domain.ListOperation.Read;
import org.halab.domain.ListTransaction;
import org.halab.domain.Outcome;
import org.halab.domain.TransactionHistory;

/**
 * A history in the form that checkers of others read: Jepsen's operations over lists, as EDN. A
 * transaction is two lines, one when it began and one when it ended. What a transaction that was
 * not acknowledged had read is left out. A client whose transaction's outcome is unknown goes on as
 * another process, for to them that one is still under way. The lists in the end are read by a last
 * transaction.
 *
 * @see <a href="https://github.com/ligurio/elle-cli#list-append">elle-cli</a>
 */
public final class ElleHistory {
  private final TransactionHistory history;
  private final Map<String, Integer> processes = new HashMap<>();
  private final Set<String> doubtful = new HashSet<>();
  private int lastProcess = -1;

  public ElleHistory(TransactionHistory history) {
    this.history = history;
  }

  /** One end of a transaction. */
  private record Line(Instant at, boolean begins, ListTransaction of) {}

  /**
   * The whole file.
   *
   * @param about what stands before it as comments
   */
  public String edn(List<String> about) {
    StringBuilder edn = new StringBuilder();
    about.stream()
        .flatMap(String::lines)
        .forEach(comment -> edn.append("; ").append(comment).append('\n'));
    List<Line> lines = lines();
    Instant begin = lines.isEmpty() ? Instant.EPOCH : lines.get(0).at();
    int index = 0;
    for (Line line : lines) {
      edn.append(line(line, index++, Duration.between(begin, line.at()).toNanos()));
    }
    return edn.toString();
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    List<ListTransaction> all = new ArrayList<>(history.transactions());
    if (!all.isEmpty()) {
      all.add(end(all.get(all.size() - 1).end()));
    }
    for (ListTransaction one : all) {
      lines.add(new Line(one.start(), true, one));
      lines.add(new Line(one.end(), false, one));
    }
    // Where a client's next transaction begins as the one before ends, that one ends first.
    lines.sort(Comparator.comparing(Line::at).thenComparing(line -> line.of().number()));
    return lines;
  }

  private ListTransaction end(Instant last) {
    List<ListOperation> reads =
        new TreeMap<>(history.end())
            .entrySet().stream()
                .map(list -> (ListOperation) new Read(list.getKey(), list.getValue()))
                .toList();
    return new ListTransaction(
        Long.MAX_VALUE,
        "the end",
        ListTransaction.Side.LEADER,
        last.plusNanos(1),
        last.plusNanos(2),
        Outcome.ACKNOWLEDGED,
        reads,
        "");
  }

  private String line(Line line, int index, long nanos) {
    ListTransaction one = line.of();
    String operations =
        one.operations().stream()
            .map(operation(!line.begins() && one.acknowledged()))
            .collect(Collectors.joining(" "));
    String text =
        "{:index %d, :type :%s, :process %d, :time %d, :f :txn, :value [%s], :client \"%s\", :side :%s%s}%n"
            .formatted(
                index,
                line.begins() ? "invoke" : type(one.outcome()),
                process(line),
                nanos,
                operations,
                one.client(),
                one.side().name().toLowerCase(Locale.ROOT),
                line.begins() || one.error().isEmpty() ? "" : ", :error " + quoted(one.error()));
    if (!line.begins() && one.outcome() == Outcome.UNKNOWN) {
      doubtful.add(one.client());
    }
    return text;
  }

  private int process(Line line) {
    String client = line.of().client();
    if (line.begins() && (doubtful.remove(client) || !processes.containsKey(client))) {
      processes.put(client, ++lastProcess);
    }
    return processes.get(client);
  }

  private static Function<ListOperation, String> operation(boolean known) {
    return operation -> {
      if (operation instanceof Append append) {
        return "[:append %d %d]".formatted(append.list(), append.element());
      }
      Read read = (Read) operation;
      String elements =
          read.elements().stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
      return "[:r %d %s]".formatted(read.list(), known ? elements : "nil");
    };
  }

  private static String type(Outcome outcome) {
    return switch (outcome) {
      case ACKNOWLEDGED -> "ok";
      case REJECTED -> "fail";
      case UNKNOWN -> "info";
    };
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
  }
}
