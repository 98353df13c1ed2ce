package org.halab.hosts;

import java.util.Collection;
import java.util.List;

/** Three hosts with an engine each, for one swarm. Closing them ends all that was put there. */
public interface Hosts extends AutoCloseable {
  int COUNT = 3;

  /**
   * Has engines answer on all of them that have these images.
   *
   * @throws org.halab.domain.LabException if that cannot be; the message says why
   */
  List<Host> start(Collection<String> images);

  /** All that runs on a host is gone at once, without a word to anyone. */
  void powerOff(Host host);

  /** The host boots, with the disk that it had. */
  void powerOn(Host host);

  /** Nobody reaches the host, and it reaches nobody; all that runs there goes on. */
  void cut(Host host);

  void mend(Host host);

  @Override
  void close();
}
