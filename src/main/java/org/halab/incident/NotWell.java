package org.halab.incident;

import org.halab.message.Message;

/**
 * Something that must hold of a cluster that is well, and does not.
 *
 * @param must completes "expected …"
 * @param seen instead
 */
public record NotWell(Message must, String seen) {
  public Message told() {
    return seen.isEmpty()
        ? Message.of("incident.check.missing").with("must", must)
        : Message.of("incident.check.instead").with("must", must).with("seen", seen);
  }
}
