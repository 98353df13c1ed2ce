package org.halab.incident;

import java.util.List;
import org.halab.message.Message;

/**
 * An incident that has happened, and what is told of it later.
 *
 * @param broken what was broken, as a sentence
 * @param hints from where to look to what to do, each better than the one before
 * @param prevention what would have prevented it
 * @param right the orders that mend it
 * @param tempting orders that one is tempted to give, and that do not mend it
 */
public record Happened(
    Message broken,
    List<Message> hints,
    Message prevention,
    List<Order> right,
    List<Order> tempting) {
  public Happened {
    hints = List.copyOf(hints);
    right = List.copyOf(right);
    tempting = List.copyOf(tempting);
  }
}
