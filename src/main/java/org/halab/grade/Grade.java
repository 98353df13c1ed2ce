package org.halab.grade;

import java.util.List;
import org.halab.finding.ItemVerdict;

/**
 * The points of a project.
 *
 * @param items in the guide's order
 * @param earned never more than {@code full}: extra points make up for others that were lost
 * @param full what all items earn together, without those that are extra
 */
public record Grade(List<ItemGrade> items, int earned, int full) {
  public Grade {
    items = List.copyOf(items);
  }

  /**
   * The points of one item.
   *
   * @param most what it earns if it works
   * @param extra whether it does not count towards the full number of points
   */
  public record ItemGrade(ItemVerdict verdict, int earned, int most, boolean extra) {}
}
