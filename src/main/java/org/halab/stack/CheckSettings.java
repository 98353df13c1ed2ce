package org.halab.stack;

import java.time.Duration;

/** How an entrypoint checks the nodes; this decides when it switches. */
public interface CheckSettings {
  /** Of a project without an entrypoint: nobody waits for it. */
  CheckSettings NONE =
      new CheckSettings() {
        @Override
        public Duration checkInterval() {
          return Duration.ZERO;
        }

        @Override
        public Duration checkTimeout() {
          return Duration.ZERO;
        }

        @Override
        public int rise() {
          return 1;
        }

        @Override
        public int fall() {
          return 1;
        }
      };

  /** The time between two checks. */
  Duration checkInterval();

  /** How long a check may take once connected. */
  Duration checkTimeout();

  /** Good checks until a node gets clients. */
  int rise();

  /** Failed checks until it gets none. */
  int fall();
}
