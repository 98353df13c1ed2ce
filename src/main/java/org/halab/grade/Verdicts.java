package org.halab.grade;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * cluster and did not run is not tried, unless a mistake is already known of it. Nor is what
   * failed for nothing of its own, but because an item that it needs does not work.
   *
   * @param read what the files show
   * @param tried an item that is missing here was not tried
   */
  public static Verdicts of(Collection<Finding> read, Map<Item, Trial> tried) {
    List<Finding> findings = ReadAndTried.of(read, tried);
    Causes causes = new Causes(findings);
    return new Verdicts(
        causes.told().sorted(ReadAndTried.WORST_FIRST).toList(),
        Stream.of(Item.values())
            .map(
                item ->
                    new Judging(findings, causes, tried.getOrDefault(item, Trial.notTried()))
                        .verdict(item))
            .toList());
  }

  /**
   * @param findings each by itself, before those with one cause are told together
   */
  private record Judging(List<Finding> findings, Causes causes, Trial trial) {
    ItemVerdict verdict(Item item) {
      List<Finding> bearing = findings.stream().filter(one -> bears(one, item)).toList();
      Outcome outcome = outcome(item, bearing);
      List<Finding> fatal = findings.stream().filter(one -> is(one, Severity.FATAL)).toList();
      Stream<Finding> why =
          outcome != Outcome.NOT_TRIED
              ? Stream.of()
              : stopped(item) ? fatal.stream() : ofWhatIsNeeded(item);
      return new ItemVerdict(
          item,
          outcome,
          Stream.concat(why, bearing.stream()).map(causes::telling).distinct().toList());
    }

    /** The mistakes of the item that this one needs. */
    private Stream<Finding> ofWhatIsNeeded(Item item) {
      return needed(item).stream()
          .flatMap(
              needed ->
                  findings.stream()
                      .filter(one -> is(one, Severity.MISTAKE) && one.items().contains(needed)));
    }

    /** Also what was found while the item was tried, though it is another one's. */
    private boolean bears(Finding finding, Item item) {
      return finding.items().contains(item)
          || trial.found().stream().anyMatch(one -> one.code().equals(finding.code()));
    }

    private boolean stopped(Item item) {
      return any(findings, Severity.FATAL) && !trial.carriedOut() && !item.inFiles();
    }

    private Outcome outcome(Item item, List<Finding> bearing) {
      List<Finding> own = bearing.stream().filter(one -> one.items().contains(item)).toList();
      List<Finding> mistakes = own.stream().filter(one -> is(one, Severity.MISTAKE)).toList();
      boolean fatal = item.inFiles() && any(own, Severity.FATAL);
      boolean fails = trial.result() == Trial.Result.FAILS || fatal || !mistakes.isEmpty();
      if (fails && !fatal && hangsOnAnother(item, bearing)) {
        return Outcome.NOT_TRIED;
      } else if (fails) {
        return Outcome.FAILS;
      } else if (stopped(item) || trial.result() == Trial.Result.NOT_TRIED) {
        return Outcome.NOT_TRIED;
      } else if (any(own, Severity.RISK)) {
        return Outcome.PARTLY;
      }
      return trial.result() == Trial.Result.WORKS ? Outcome.WORKS : Outcome.READ_ONLY;
    }

    /** Whether every mistake comes from one of an item that this one needs. */
    private boolean hangsOnAnother(Item item, List<Finding> bearing) {
      List<Finding> mistakes = bearing.stream().filter(one -> is(one, Severity.MISTAKE)).toList();
      Optional<Item> needed = needed(item);
      return needed.isPresent()
          && !mistakes.isEmpty()
          && mistakes.stream()
              .map(causes::cause)
              .allMatch(
                  cause -> cause.items().contains(needed.get()) && !cause.items().contains(item));
    }

    /** The tasks are tried by clients that come through the entrypoint. */
    private static Optional<Item> needed(Item item) {
      return switch (item) {
        case LEADER_LOST, FOLLOWS_AGAIN, OTHER_STACK -> Optional.of(Item.LED_TO_LEADER);
        default -> Optional.empty();
      };
    }

    private static boolean any(List<Finding> findings, Severity severity) {
      return findings.stream().anyMatch(one -> is(one, severity));
    }

    private static boolean is(Finding finding, Severity severity) {
      return finding.severity() == severity;
    }
  }
}
