package org.halab.grade;

import java.util.List;
import java.util.Set;
import org.halab.finding.Finding;

/**
 * What came of trying one item.
 *
 * @param spokenOf the codes of findings that it could tell whether they are so: what reading says
 *     under one of them no longer counts for this item
 * @param found what it found; what bears on further items counts for these, too
 */
public record Trial(Result result, Set<String> spokenOf, List<Finding> found) {
  public Trial {
    spokenOf = Set.copyOf(spokenOf);
    found = List.copyOf(found);
  }

  /** How far a trial came. */
  public enum Result {
    WORKS,
    FAILS,
    /** What it needs does not work. */
    NOT_TRIED,
    /** It could not be run at all, and is judged by its files. */
    READ_ALONE
  }

  /** Tried, and it works, so that none of these codes holds for it. */
  public static Trial works(String... spokenOf) {
    return new Trial(Result.WORKS, Set.of(spokenOf), List.of());
  }

  /** Tried, and it does not work. */
  public static Trial fails(Finding... found) {
    return new Trial(Result.FAILS, Set.of(), List.of(found));
  }

  public static Trial notTried() {
    return new Trial(Result.NOT_TRIED, Set.of(), List.of());
  }

  public static Trial readAlone() {
    return new Trial(Result.READ_ALONE, Set.of(), List.of());
  }

  boolean carriedOut() {
    return result == Result.WORKS || result == Result.FAILS;
  }

  boolean speaksOf(String code) {
    return carriedOut()
        && (spokenOf.contains(code) || found.stream().anyMatch(one -> one.code().equals(code)));
  }
}
