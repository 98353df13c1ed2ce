package org.halab.incident;

/** One way in which a running cluster goes wrong. */
public interface Incident {
  /** As {@code -Dlab.incident} takes it. */
  String name();

  /** The stack of the lab that it happens to. */
  default String stack() {
    return "improved";
  }

  /** Breaks the cluster, and proves that it is broken; what is told of it is made here. */
  Happened happen(Plant plant) throws Exception;
}
