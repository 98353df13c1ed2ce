package org.halab.scenario;

import org.halab.message.Message;

/** How far a Given asks its cluster to be. */
enum State {
  /** Containers that run, and a leader. */
  DEPLOYED,
  /** A leader that the others follow, whatever else the files ask for. */
  FOLLOWING,
  /** A leader, a synchronous standby that streams, an entrypoint that writes. */
  RUNNING;

  Message told() {
    return switch (this) {
      case DEPLOYED -> Message.of("scenario.state.deployed");
      case FOLLOWING -> Message.of("scenario.state.following");
      case RUNNING -> Message.of("scenario.state.running");
    };
  }
}
