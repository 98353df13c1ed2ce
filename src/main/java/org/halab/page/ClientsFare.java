package org.halab.page;

import java.util.List;
import org.halab.message.Message;

/**
 * How clients fare now.
 *
 * @param name what the picture knows it by
 */
record ClientsFare(String name, Message said) {
  /** A client that waits has not been refused yet. */
  private static final int SECONDS = 2;

  static ClientsFare of(boolean work, PageState.Chart chart) {
    if (!work) {
      return new ClientsFare("none", Message.of("page.clientsNone"));
    }
    int written = lately(chart.written());
    if (written > 0) {
      return new ClientsFare("served", Message.of("page.clientsServed"));
    }
    return lately(chart.failed()) > 0
        ? new ClientsFare("failing", Message.of("page.clientsFail"))
        : new ClientsFare("waiting", Message.of("page.clientsWait"));
  }

  private static int lately(List<Integer> counts) {
    return counts.subList(counts.size() - SECONDS, counts.size()).stream()
        .mapToInt(Integer::intValue)
        .sum();
  }
}
