package org.halab.grade;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.halab.domain.LabException;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.ItemVerdict;
import org.halab.finding.ItemVerdict.Outcome;
import org.halab.finding.Severity;
import org.halab.grade.Grade.ItemGrade;

/**
 * What each item is worth, and how much of it is kept.
 *
 * @param most whole points of each item
 * @param extra items on top of the full number of points
 * @param byOutcome per cent that are kept
 * @param byCode per cent that are kept where a finding with that code stands, whatever its severity
 */
public record Points(
    Map<Item, Integer> most,
    Set<Item> extra,
    Map<Outcome, Integer> byOutcome,
    Map<String, Integer> byCode) {
  /** Our proposal, for a teacher to edit. */
  public static final Path PROPOSAL = Path.of("features", "examination", "points.yml");

  public Points {
    most = Map.copyOf(most);
    extra = Set.copyOf(extra);
    byOutcome = Map.copyOf(byOutcome);
    byCode = Map.copyOf(byCode);
  }

  /**
   * @throws LabException if the file cannot be read or says something else than points; the message
   *     names the line and what to write
   */
  public static Points read(Path file) {
    return new PointsFile(file).points();
  }

  /** The points of all items. */
  public Grade grade(List<ItemVerdict> verdicts) {
    List<ItemGrade> items =
        verdicts.stream()
            .map(
                verdict ->
                    new ItemGrade(
                        verdict,
                        earned(verdict),
                        most.get(verdict.item()),
                        extra.contains(verdict.item())))
            .toList();
    int full = items.stream().filter(one -> !one.extra()).mapToInt(ItemGrade::most).sum();
    int earned = items.stream().mapToInt(ItemGrade::earned).sum();
    return new Grade(items, Math.min(earned, full), full);
  }

  /** Whole points, halves rounded up. */
  private int earned(ItemVerdict verdict) {
    return Math.round(most.get(verdict.item()) * kept(verdict) / 100f);
  }

  /** Per cent: the least of what its findings leave, and of its outcome if none accounts for it. */
  private int kept(ItemVerdict verdict) {
    IntStream kept = verdict.findings().stream().flatMapToInt(one -> keptAfter(one, verdict));
    return accountedFor(verdict)
        ? kept.min().orElseThrow()
        : IntStream.concat(kept, IntStream.of(byOutcome.get(verdict.outcome()))).min().getAsInt();
  }

  private IntStream keptAfter(Finding finding, ItemVerdict verdict) {
    return named(finding).isPresent()
        ? IntStream.of(named(finding).getAsInt())
        : switch (finding.severity()) {
          case FATAL -> IntStream.of(byOutcome.get(verdict.outcome()));
          case MISTAKE -> IntStream.of(byOutcome.get(afterMistake(verdict.outcome())));
          case RISK -> afterRisk(verdict.outcome());
          case HARMLESS -> IntStream.empty();
        };
  }

  /** What is a mistake for one item may cost another one less, or keep it from being tried. */
  private static Outcome afterMistake(Outcome outcome) {
    return switch (outcome) {
      case PARTLY, NOT_TRIED -> outcome;
      default -> Outcome.FAILS;
    };
  }

  /**
   * What works in full although a risk was found while it was tried: the risk is another item's.
   */
  private IntStream afterRisk(Outcome outcome) {
    return switch (outcome) {
      case WORKS, READ_ONLY -> IntStream.empty();
      default -> IntStream.of(byOutcome.get(Outcome.PARTLY));
    };
  }

  private OptionalInt named(Finding finding) {
    Integer kept = byCode.get(finding.code());
    return kept == null ? OptionalInt.empty() : OptionalInt.of(kept);
  }

  /** Whether the outcome comes from a finding, whose own number then stands in for it. */
  private static boolean accountedFor(ItemVerdict verdict) {
    return verdict.findings().stream()
        .map(Finding::severity)
        .anyMatch(
            severity ->
                switch (verdict.outcome()) {
                  case FAILS -> severity == Severity.FATAL || severity == Severity.MISTAKE;
                  case NOT_TRIED -> severity == Severity.FATAL || severity == Severity.MISTAKE;
                  case PARTLY -> severity == Severity.RISK || severity == Severity.MISTAKE;
                  case WORKS, READ_ONLY -> false;
                });
  }
}
