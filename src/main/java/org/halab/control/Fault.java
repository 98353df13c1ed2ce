package org.halab.control;

import java.time.Instant;

/** Something broken on purpose. Closing it heals it. */
public interface Fault extends AutoCloseable {
  /** When it took effect at the latest: the command that makes it had been given. */
  Instant at();

  @Override
  void close();
}
