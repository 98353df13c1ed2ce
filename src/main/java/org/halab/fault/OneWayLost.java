package org.halab.fault;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.halab.domain.OutageBound;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.Calibrations;

/**
 * A link that carries nothing one way and everything the other: one side hears and is not heard, as
 * with a defective fibre of a pair, or a firewall that was told half.
 */
public final class OneWayLost {
  private static final int ALL = 100;

  /** Its session ends as that of a leader who is cut off: nothing of it is heard any more. */
  public static final NamedFault DCS_DEAF =
      of(
              "nothing from the leader reaches the DCS",
              Message.of("fault.oneWay.toDcs"),
              Link.LEADER_AND_DCS.there(),
              Link.LEADER_AND_DCS.limit())
          .calibrated(Calibrations::lockLost);

  /**
   * What the leader asks can prolong its session, until it takes the connection for dead for want
   * of an answer: after loop_wait - 2 at most, which is less than the retry_timeout that this bound
   * allows for.
   */
  public static final NamedFault DCS_MUTE =
      of(
              "nothing from the DCS reaches the leader",
              Message.of("fault.oneWay.fromDcs"),
              Link.LEADER_AND_DCS.back(),
              Link.LEADER_AND_DCS.limit())
          .calibrated(Calibrations::dcsMute);

  /**
   * The replica's reports can reach the leader, and put its wal_sender_timeout off; the replica
   * gives the connection up at the latest.
   */
  public static final NamedFault REPLICA_DEAF =
      of(
              "nothing from the leader reaches the replica",
              Message.of("fault.oneWay.toReplica"),
              Link.LEADER_AND_REPLICA.there(),
              OneWayLost::withDeafReplica)
          .calibrated(Calibrations::standbyDeaf);

  /** The replica has each row; the leader is not told, and waits for its wal_sender_timeout. */
  public static final NamedFault REPLICA_MUTE =
      of(
              "nothing from the replica reaches the leader",
              Message.of("fault.oneWay.fromReplica"),
              Link.LEADER_AND_REPLICA.back(),
              Link.LEADER_AND_REPLICA.limit())
          .calibrated(Calibrations::standbySilent);

  private OneWayLost() {}

  private static NamedFault of(
      String words, Message done, Function<Site, List<Way>> way, NamedFault.Limit limit) {
    return NamedFault.of(
        words, site -> new PacketsLost(site.project(), done, ALL, way.apply(site)), limit);
  }

  private static OutageBound withDeafReplica(Bounds bounds, Site site) throws SQLException {
    return bounds.standbyDeaf(site.walReceiverTimeout());
  }
}
