package org.halab.incident;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.halab.checker.RowSet;
import org.halab.domain.History;
import org.halab.domain.Lane;
import org.halab.workload.WrittenData;

/** Looks into an incident that is over: what clients had of it, and what became of their rows. */
public final class Inquest {
  private final Incident incident;
  private final Happened happened;
  private final Plant plant;

  public Inquest(Incident incident, Happened happened, Plant plant) {
    this.incident = incident;
    this.happened = happened;
    this.plant = plant;
  }

  /**
   * Ends the clients, and asks the leader for their rows.
   *
   * @param done when all that was to be broken was broken
   */
  public PostMortem held(Protocol protocol, Instant done) {
    Optional<Instant> touched = touched(done);
    Instant end = Instant.now();
    plant.experiment().clients().close();
    History history = new History(plant.experiment().answeredSince(Instant.EPOCH));
    return new PostMortem(
        incident,
        happened,
        protocol,
        Suffering.of(history, protocol.broken(), end),
        touched,
        rows(history));
  }

  /** When a container was first started, ended, frozen or let go on. */
  private Optional<Instant> touched(Instant since) {
    return plant.experiment().watching().lanes().stream()
        .filter(lane -> lane.kind() == Lane.Kind.CONTAINER)
        .flatMap(lane -> lane.changes().stream())
        .map(Lane.Change::at)
        .filter(since::isBefore)
        .min(Instant::compareTo);
  }

  /** Of a cluster that was given up there may be no leader, or none that answers. */
  private Optional<RowSet> rows(History history) {
    try {
      return Optional.of(
          RowSet.judge(
              history,
              WrittenData.on(plant.cluster().sql(plant.cluster().leader()).patient()).rows()));
    } catch (SQLException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
