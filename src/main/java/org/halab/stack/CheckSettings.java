package org.halab.stack;

import java.time.Duration;

/** How an entrypoint checks the nodes; this decides when it switches. */
public interface CheckSettings {
  /** Of a project without an entrypoint, as of an nginx that checks nothing: nobody waits. */
  CheckSettings NONE = new NginxConfig("");

  /** The time between two checks. */
  Duration checkInterval();

  /** How long a check may take once connected. */
  Duration checkTimeout();

  /** How long a check waits for a connection to a node that does not answer at all. */
  Duration checkConnect();

  /** Good checks until a node gets clients. */
  int rise();

  /** Failed checks until it gets none. */
  int fall();
}
