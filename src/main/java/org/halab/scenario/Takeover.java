package org.halab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.halab.domain.ClusterView;
import org.halab.experiment.Experiment;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Observed;

/** Another node's becoming the leader, watched and shown. */
public final class Takeover {
  private final World world;

  public Takeover(World world) {
    this.world = world;
  }

  /**
   * @param deadline since the fault
   * @throws AssertionError if no other node leads by then
   */
  public void await(Deadline deadline) throws SQLException {
    Experiment experiment = world.experiment();
    Observed<ClusterView> seen = world.roles().awaitOneLeads(experiment.successors(), deadline);
    Duration sinceFault = experiment.sinceFault(Instant.now());
    world.evidence().show(Message.of("scenario.members"), seen.value().table());
    world
        .evidence()
        .note(
            Message.of("scenario.leadsSince")
                .with("node", world.cluster().leaderIn(seen.value()).orElseThrow())
                .with("time", sinceFault));
    assertThat(sinceFault)
        .as("%s", Message.of("scenario.check.sinceFault").with("deadline", deadline))
        .isLessThan(deadline.limit());
  }
}
