package org.halab.grade;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.ItemVerdict;
import org.halab.finding.ItemVerdict.Outcome;
import org.halab.finding.Severity;

/**
 * What is said of a project: each finding once, the worst first, and then each of the guide's items
 * in its order.
 *
 * @param items all of the guide's items; their findings are those of {@code findings}
 */
public record Verdicts(List<Finding> findings, List<ItemVerdict> items) {
  public Verdicts {
    findings = List.copyOf(findings);
    items = List.copyOf(items);
  }

  /**
   * Combines what was read with what was tried. A mistake makes its items fail, a risk leaves them
   * working in part, what is harmless changes nothing. After a fatal finding what needs a running
   * cluster and did not run is not tried, unless a mistake is already known of it.
   *
   * @param read what the files show
   * @param tried an item that is missing here was not tried
   */
  public static Verdicts of(Collection<Finding> read, Map<Item, Trial> tried) {
    List<Finding> findings = ReadAndTried.of(read, tried);
    return new Verdicts(
        findings,
        Stream.of(Item.values())
            .map(item -> verdict(item, findings, tried.getOrDefault(item, Trial.notTried())))
            .toList());
  }

  private static ItemVerdict verdict(Item item, List<Finding> findings, Trial trial) {
    List<Finding> bearing = findings.stream().filter(one -> one.items().contains(item)).toList();
    List<Finding> fatal = findings.stream().filter(one -> is(one, Severity.FATAL)).toList();
    boolean stopped = !fatal.isEmpty() && !trial.carriedOut() && !item.inFiles();
    Outcome outcome = outcome(item, bearing, trial, stopped);
    if (outcome != Outcome.NOT_TRIED || !stopped) {
      return new ItemVerdict(item, outcome, bearing);
    }
    return new ItemVerdict(
        item, outcome, Stream.concat(fatal.stream(), bearing.stream()).distinct().toList());
  }

  private static Outcome outcome(Item item, List<Finding> bearing, Trial trial, boolean stopped) {
    boolean fatal = item.inFiles() && any(bearing, Severity.FATAL);
    if (trial.result() == Trial.Result.FAILS || fatal || any(bearing, Severity.MISTAKE)) {
      return Outcome.FAILS;
    } else if (stopped || trial.result() == Trial.Result.NOT_TRIED) {
      return Outcome.NOT_TRIED;
    } else if (any(bearing, Severity.RISK)) {
      return Outcome.PARTLY;
    }
    return trial.result() == Trial.Result.WORKS ? Outcome.WORKS : Outcome.READ_ONLY;
  }

  private static boolean any(List<Finding> findings, Severity severity) {
    return findings.stream().anyMatch(one -> is(one, severity));
  }

  private static boolean is(Finding finding, Severity severity) {
    return finding.severity() == severity;
  }
}
