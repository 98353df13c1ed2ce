package org.halab.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Draws strikes by chance. The same seed draws the same ones on every machine, for the algorithm of
 * {@link Random} is fixed by its documentation.
 */
public final class Draw {
  /**
   * What a cluster has to survive without anybody's help, once it is over. Left out is what
   * features say needs help, or a stack of its own: a DCS that is made anew, a full disk, work part
   * by part, hosts.
   */
  public static final List<String> FAULTS =
      List.of(
          "the leader is stopped",
          "the leader is killed",
          "the leader is frozen",
          "the leader is stopped and its volume lost",
          "the leader's PostgreSQL is killed",
          "the leader's PostgreSQL is restarted through Patroni",
          "the leader's Patroni is killed",
          "the leader's Patroni is frozen",
          "the leader is cut off from the DCS",
          "the leader is cut off from the replica",
          "the leader is cut off from clients and the entrypoint",
          "the leader is cut off from everything",
          "the leadership is handed to the other node",
          "the replica is stopped",
          "the replica is killed",
          "the replica is frozen",
          "the replica is stopped and its volume lost",
          "the replica is cut off from everything",
          "the replica's replication slot is dropped",
          "the DCS is frozen",
          "the entrypoint is stopped",
          "the entrypoint is killed",
          "the entrypoint is frozen",
          "the entrypoint is cut off from everything",
          "the WAL archive takes no more files",
          "a backend of the leader is killed",
          "the leader's checkpointer is killed",
          "30 % of the packets between the leader and the replica are lost",
          "30 % of the packets between the leader and the DCS are lost",
          "30 % of the packets between the entrypoint and the leader are lost",
          "30 % of the packets between clients and the entrypoint are lost",
          "nothing from the leader reaches the DCS",
          "nothing from the DCS reaches the leader",
          "nothing from the leader reaches the replica",
          "nothing from the replica reaches the leader",
          "the link between the leader and the replica is slow");

  /**
   * With another loss at the same time nobody may be left who has all that was acknowledged, or who
   * is known to have it: then Patroni is right to let nobody lead, and a person has to decide.
   */
  static final Set<String> ALONE =
      Set.of(
          "the leader is stopped and its volume lost",
          "the replica is stopped and its volume lost");

  /** Of ten strikes, how many have one fault, and how many at most two; the others have three. */
  private static final int ONE_OF_TEN = 6;

  private static final int TWO_OF_TEN = 9;
  private static final int LONGEST_TENTHS = 400;
  private static final int LATEST_TENTHS = 150;

  private Draw() {}

  /**
   * @param seed what they are drawn from
   * @param count how many strikes
   */
  public static List<Strike> strikes(long seed, int count) {
    Random chance = new Random(seed);
    List<Strike> strikes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      strikes.add(strike(chance));
    }
    return List.copyOf(strikes);
  }

  private static Strike strike(Random chance) {
    int tenth = chance.nextInt(10);
    int count = tenth < ONE_OF_TEN ? 1 : tenth < TWO_OF_TEN ? 2 : 3;
    List<String> faults = new ArrayList<>(FAULTS);
    if (count > 1) {
      faults.removeAll(ALONE);
    }
    Collections.shuffle(faults, chance);
    List<Hit> hits = new ArrayList<>();
    for (String fault : faults.subList(0, count)) {
      hits.add(new Hit(fault, hits.isEmpty() ? Duration.ZERO : latency(chance), length(chance)));
    }
    return new Strike(hits);
  }

  private static Duration latency(Random chance) {
    return Duration.ofMillis(100L * chance.nextInt(LATEST_TENTHS));
  }

  /** Half of them shorter than ten seconds: many things are decided in the first ones. */
  private static Duration length(Random chance) {
    double part = chance.nextDouble();
    return Duration.ofMillis(100L * (1 + (int) (LONGEST_TENTHS * part * part)));
  }
}
