package org.halab.hosts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.halab.message.Message;

/** Three hosts with an engine each, for one swarm. Closing them ends all that was put there. */
public interface Hosts extends AutoCloseable {
  int COUNT = 3;

  /**
   * Has engines answer on all of them that have these images.
   *
   * @throws org.halab.domain.LabException if that cannot be; the message says why
   */
  List<Host> start(Collection<String> images);

  /** Why their power and their cables are not the run's to cut; empty if they are. */
  Optional<Message> untouchable();

  /** All that runs on a host is gone at once, without a word to anyone. */
  void powerOff(Host host);

  /** The host boots, with the disk that it had. */
  void powerOn(Host host);

  /** Nobody reaches the host, and it reaches nobody; all that runs there goes on. */
  void cut(Host host);

  void mend(Host host);

  /** Two hosts do not reach each other; the third and clients reach both. */
  void part(Host one, Host other);

  void join(Host one, Host other);

  /** Whether the one host can connect to a port of the other. */
  boolean reaches(Host one, Host other, int port);

  @Override
  void close();
}
