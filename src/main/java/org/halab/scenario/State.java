package org.halab.scenario;

import org.halab.message.Message;

/** How far a Given asks its cluster to be. */
enum State {
  /** Containers that run, and a leader. */
  DEPLOYED,
  /** A leader, a synchronous standby that streams, an entrypoint that writes. */
  RUNNING;

  Message told() {
    return this == DEPLOYED
        ? Message.of("scenario.state.deployed")
        : Message.of("scenario.state.running");
  }
}
