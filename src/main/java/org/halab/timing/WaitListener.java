package org.halab.timing;

/**
 * Told of every wait, on the thread that waits and before it goes on: who listens must be quick and
 * must not throw.
 */
public interface WaitListener {
  /** Whoever needs no telling. */
  WaitListener NOBODY =
      new WaitListener() {
        @Override
        public void begins(Waiting waiting) {}

        @Override
        public void ends(Waiting waiting) {}
      };

  void begins(Waiting waiting);

  /** However it ended. */
  void ends(Waiting waiting);
}
