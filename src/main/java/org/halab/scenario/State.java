package org.halab.scenario;

/** How far a Given asks its cluster to be. */
enum State {
  /** Containers that run, and a leader. */
  DEPLOYED("a deployed cluster"),
  /** A leader, a synchronous standby that streams, an entrypoint that writes. */
  RUNNING("a running cluster");

  private final String words;

  State(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
