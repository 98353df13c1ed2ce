package org.halab.incident;

import java.util.Optional;
import org.halab.engine.Engine;
import org.halab.message.Message;

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

  /** Why it cannot happen to a cluster of this engine; empty if it can. */
  default Optional<Message> lacking(Engine engine) {
    return Optional.empty();
  }
}
