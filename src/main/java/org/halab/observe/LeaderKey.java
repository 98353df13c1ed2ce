package org.halab.observe;

import java.util.List;
import java.util.Optional;
import org.halab.deploy.Project;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockEnd;
import org.halab.stack.DcsMember;

/** The leader key in the DCS itself: who holds the leader lock, whatever anyone else may say. */
public interface LeaderKey extends AutoCloseable {
  /**
   * The key in the DCS of a project's stack; the caller closes it.
   *
   * @throws IllegalStateException if the DCS does not answer
   */
  static LeaderKey of(Project project) {
    return of(project, project.stack().dcs().members());
  }

  /**
   * The same as some members of the DCS have it.
   *
   * @param asked of which one that answers is enough
   */
  static LeaderKey of(Project project, List<DcsMember> asked) {
    return switch (project.stack().dcs().kind()) {
      case ZOOKEEPER -> new ZooKeeperLock(project, asked);
      case ETCD -> new EtcdLock(project, asked);
    };
  }

  /**
   * @return who holds the lock now; empty if nobody does
   * @throws IllegalStateException if the DCS does not say
   */
  Optional<LeaderLock> read();

  /**
   * How a lock that was just seen to be held no more came to its end.
   *
   * @return {@link LockEnd#UNCLEAR} where the DCS does not tell
   */
  LockEnd endOf(LeaderLock lock);

  @Override
  void close();
}
