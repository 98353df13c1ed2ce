package org.halab.domain;

import java.util.List;

/** What a transaction does with one list. */
public sealed interface ListOperation {
  long list();

  /**
   * @param element at its end; no other transaction appends the same one
   */
  record Append(long list, long element) implements ListOperation {}

  /**
   * @param elements as they were read, first to last; none if it did not come to that
   */
  record Read(long list, List<Long> elements) implements ListOperation {
    public Read {
      elements = List.copyOf(elements);
    }
  }
}
