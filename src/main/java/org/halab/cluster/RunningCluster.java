package org.halab.cluster;

import java.util.ArrayList;
import java.util.List;
import org.halab.domain.MessageTable;
import org.halab.message.Message;

/** What "a running cluster" is: a list of conditions, of which each needs those before it. */
public final class RunningCluster {
  public static final List<Condition> CONDITIONS =
      List.of(
          Condition.LEADER,
          Condition.LOCK_IS_THE_LEADERS,
          Condition.EACH_DCS_MEMBER,
          Condition.REPLICAS_STREAM,
          Condition.SYNCHRONOUS_STANDBY,
          Condition.STANDBY_COUNTS,
          Condition.EACH_ENTRYPOINT_WRITES);

  private RunningCluster() {}

  /** Looks at each once: what must hold, whether it does, and what was seen. */
  public static MessageTable lookedAt(Cluster cluster) {
    List<List<Object>> rows = new ArrayList<>();
    for (Condition condition : CONDITIONS) {
      Condition.Seen seen = look(cluster, condition);
      rows.add(
          List.of(
              condition.words(),
              seen.holds()
                  ? Message.of("cluster.condition.yes")
                  : Message.of("cluster.condition.no"),
              oneLine(seen.toString())));
    }
    return new MessageTable(
        List.of(
            Message.of("cluster.condition.must"),
            Message.of("cluster.condition.holds"),
            Message.of("cluster.condition.seen")),
        rows);
  }

  private static Condition.Seen look(Cluster cluster, Condition condition) {
    try {
      return condition.look().at(cluster);
    } catch (Exception e) {
      return new Condition.Seen(false, String.valueOf(e.getMessage()));
    }
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " / ");
  }
}
