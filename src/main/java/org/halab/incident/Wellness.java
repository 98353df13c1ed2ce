package org.halab.incident;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.halab.cluster.Cluster;
import org.halab.cluster.Condition;
import org.halab.cluster.Condition.Seen;
import org.halab.cluster.Entrypoint;
import org.halab.cluster.RunningCluster;
import org.halab.domain.Node;
import org.halab.domain.Operation;
import org.halab.domain.Table;
import org.halab.engine.CommandResult;
import org.halab.engine.ServiceContainer;
import org.halab.experiment.Experiment;
import org.halab.message.Message;

/**
 * When a cluster is well: it is a running one, and nothing lies in wait that one will only notice
 * later.
 */
final class Wellness {
  /** Connections that must all reach the leader: of two nodes chance finds the other in time. */
  private static final int CONNECTIONS = 8;

  /** Asked one right after the other: what streams is behind for less. */
  private static final int LOOKS = 20;

  /** Clients are answered several times a second, or have waited too long. */
  private static final Duration LATELY = Duration.ofSeconds(3);

  /** Six files of WAL, in KiB: what is written before anybody looks again. */
  private static final long ROOM = 6 * (16 << 10);

  private Wellness() {}

  static List<Condition> conditions(Experiment experiment) {
    List<Condition> all = new ArrayList<>();
    all.add(PARTS_RUN);
    all.addAll(RunningCluster.CONDITIONS);
    all.add(ROWS_ARRIVE);
    all.add(ONLY_LEADER);
    all.add(SLOTS);
    all.add(NO_MAINTENANCE);
    all.add(MAY_TAKE_OVER);
    all.add(ARCHIVED);
    all.add(ROOM_ON_DISK);
    all.add(served(experiment));
    return List.copyOf(all);
  }

  static final Condition PARTS_RUN =
      new Condition(
          Message.of("incident.well.parts"),
          cluster -> {
            List<String> down =
                cluster.project().containers().stream()
                    .filter(one -> !one.running() || one.paused())
                    .map(ServiceContainer::containerName)
                    .toList();
            return new Seen(down.isEmpty(), String.join(", ", down));
          });

  static final Condition ROWS_ARRIVE =
      new Condition(
          Message.of("incident.well.rows"),
          cluster -> {
            Node leader = cluster.leader();
            String written = cluster.sql(leader).query("SELECT pg_current_wal_flush_lsn()").value();
            List<String> missing = new ArrayList<>();
            for (Node node : cluster.except(leader)) {
              if (!replays(cluster, node, written)) {
                missing.add(node.toString());
              }
            }
            return new Seen(missing.isEmpty(), String.join(", ", missing));
          });

  static final Condition ONLY_LEADER =
      new Condition(
          Message.of("incident.well.onlyLeader"),
          cluster -> {
            Map<String, Long> reached = new Entrypoint(cluster).nodesReached(CONNECTIONS);
            return new Seen(
                reached.keySet().equals(Set.of(cluster.leader().service())), reached.keySet());
          });

  static final Condition SLOTS =
      new Condition(
          Message.of("incident.well.slots"),
          cluster -> {
            Table slots =
                cluster
                    .sql(cluster.leader())
                    .query("SELECT slot_name, active, wal_status FROM pg_replication_slots");
            long active = slots.column("active").stream().filter("t"::equals).count();
            return new Seen(
                active >= cluster.nodes().size() - 1
                    && slots.column("wal_status").stream().noneMatch("lost"::equals),
                slots.rows());
          });

  static final Condition NO_MAINTENANCE =
      new Condition(
          Message.of("incident.well.noMaintenance"),
          cluster ->
              new Seen(
                  cluster.nodes().stream()
                      .noneMatch(one -> cluster.patroni(one).status().path("pause").asBoolean()),
                  ""));

  static final Condition MAY_TAKE_OVER =
      new Condition(
          Message.of("incident.well.mayTakeOver"),
          cluster -> {
            List<String> barred =
                cluster.nodes().stream()
                    .filter(one -> cluster.patroni(one).status().at("/tags/nofailover").asBoolean())
                    .map(Node::toString)
                    .toList();
            return new Seen(barred.isEmpty(), String.join(", ", barred));
          });

  static final Condition ARCHIVED =
      new Condition(
          Message.of("incident.well.archived"),
          cluster -> {
            Table archiver =
                cluster
                    .sql(cluster.leader())
                    .query(
                        """
                        SELECT coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'),
                                        false) AS fails, last_failed_wal
                          FROM pg_stat_archiver""");
            return new Seen(
                archiver.column("fails").equals(List.of("f")),
                String.join("", archiver.column("last_failed_wal")));
          });

  static final Condition ROOM_ON_DISK =
      new Condition(
          Message.of("incident.well.room"),
          cluster -> {
            List<String> full = new ArrayList<>();
            for (Node node : cluster.nodes()) {
              long free = free(cluster, node);
              if (free < ROOM) {
                full.add(node + ": " + free + " KiB");
              }
            }
            return new Seen(full.isEmpty(), String.join(", ", full));
          });

  /** What the clients themselves have to say. */
  private static Condition served(Experiment experiment) {
    return new Condition(
        Message.of("incident.well.served"),
        cluster -> {
          List<Operation> answers = experiment.answeredSince(Instant.now().minus(LATELY));
          List<String> errors =
              answers.stream()
                  .filter(one -> !one.acknowledged())
                  .map(Operation::error)
                  .distinct()
                  .toList();
          boolean written =
              answers.stream()
                  .anyMatch(one -> one.kind() == Operation.Kind.WRITE && one.acknowledged());
          return new Seen(written && errors.isEmpty(), String.join("; ", errors));
        });
  }

  private static boolean replays(Cluster cluster, Node node, String written) throws SQLException {
    for (int looks = 0; looks < LOOKS; looks++) {
      String there =
          cluster
              .sql(node)
              .query("SELECT coalesce(pg_last_wal_replay_lsn() >= '%s', false)".formatted(written))
              .value();
      if (there.equals("t")) {
        return true;
      }
    }
    return false;
  }

  private static long free(Cluster cluster, Node node) {
    String directory = cluster.project().stack().settings(node).dataDirectory();
    CommandResult df = cluster.access(node).exec("df", "-k", "--output=avail", directory);
    String[] lines = df.output().strip().split("\\R");
    return Long.parseLong(lines[lines.length - 1].strip());
  }
}
