package org.halab.cluster;

import java.util.List;
import java.util.function.Predicate;
import org.halab.domain.LeaderLock;
import org.halab.domain.Member;
import org.halab.domain.Role;
import org.halab.domain.Table;
import org.halab.message.Message;
import org.halab.observe.LeaderKey;
import org.halab.stack.DcsMember;
import org.halab.timing.Deadline;
import org.halab.timing.Observed;

/**
 * Something that must hold of a cluster, and what is seen of it now. A look that throws shows that
 * it does not hold, and why.
 *
 * @param words that complete "expected …"
 */
public record Condition(Message words, Look look) {

  /** Looks once. */
  public interface Look {
    Seen at(Cluster cluster) throws Exception;
  }

  /** What was seen, and whether that is as it must be. */
  public record Seen(boolean holds, Object what) {
    @Override
    public String toString() {
      return String.valueOf(what);
    }
  }

  /** One member leads, by what a node's Patroni says. */
  public static final Condition LEADER =
      new Condition(
          Message.of("cluster.wait.anyLeader"),
          cluster ->
              seen(
                  cluster.view(),
                  view -> view.leader().filter(one -> one.state().equals("running")).isPresent()));

  /** One member leads, and every other node streams from it. */
  public static final Condition REPLICAS_STREAM =
      new Condition(
          Message.of("cluster.wait.oneLeader"),
          cluster ->
              seen(
                  cluster.view(),
                  view ->
                      view.members().size() == cluster.nodes().size()
                          && view.members().stream().filter(Condition::leads).count() == 1
                          && view.members().stream()
                              .allMatch(one -> leads(one) || one.state().equals("streaming"))));

  /** The REST API may still tell of a leader that is gone; the DCS knows. */
  public static final Condition LOCK_IS_THE_LEADERS =
      new Condition(
          Message.of("cluster.wait.lock"),
          cluster -> {
            String holder = holder(cluster);
            return new Seen(holder.equals(cluster.leader().member()), holder);
          });

  /**
   * Before a synchronous standby is assigned Patroni would not replace a lost leader. It is the
   * leader of the same look that must hold the key.
   */
  public static final Condition SYNCHRONOUS_STANDBY =
      new Condition(
          Message.of("cluster.wait.running"),
          cluster ->
              seen(
                  cluster.view(),
                  view ->
                      view.healthy(cluster.nodes().size())
                          && holder(cluster).equals(view.leader().orElseThrow().name())));

  /** What Patroni has told PostgreSQL is in force there. */
  public static final Condition STANDBY_COUNTS =
      new Condition(
          Message.of("cluster.wait.synchronous"),
          cluster ->
              seen(
                  cluster.sql(cluster.leader()).query(Health.REPLICATION),
                  (Table table) ->
                      counts(table.column("sync_state"), cluster.view().quorumStandbys())));

  public static final Condition ENTRYPOINT_WRITES =
      new Condition(
          Message.of("cluster.wait.write"),
          cluster -> {
            cluster.writeThroughEntrypoint();
            return new Seen(true, "");
          });

  /** The same through each of several entrypoints: clients get by with one of them. */
  public static final Condition EACH_ENTRYPOINT_WRITES =
      new Condition(
          Message.of("cluster.wait.eachWrite"),
          cluster -> {
            cluster.writeThroughEachEntrypoint();
            return new Seen(true, "");
          });

  /** A majority is enough for the nodes; the cluster is whole when none is missing. */
  public static final Condition EACH_DCS_MEMBER =
      new Condition(
          Message.of("cluster.wait.eachMember"),
          cluster -> {
            List<String> holders = holders(cluster);
            return new Seen(
                holders.stream().allMatch(cluster.leader().member()::equals),
                String.join(", ", holders));
          });

  /**
   * Waits until it holds.
   *
   * @return what was seen then, and how long it took
   * @throws org.halab.timing.NotInTime if it does not
   */
  Observed<Seen> await(Cluster cluster, Deadline deadline) {
    return cluster.waits().until(deadline, words, () -> look.at(cluster), Seen::holds);
  }

  private static String holder(Cluster cluster) {
    return holder(cluster.leaderKey());
  }

  private static String holder(LeaderKey asked) {
    try (asked) {
      return asked.read().map(LeaderLock::holder).orElse("nobody");
    }
  }

  /** Who holds the leader key, by each member of the DCS; of one alone that is known already. */
  private static List<String> holders(Cluster cluster) {
    List<DcsMember> members = cluster.project().stack().dcs().members();
    return members.size() == 1
        ? List.of(holder(cluster))
        : members.stream().map(member -> holder(cluster.leaderKey(member))).toList();
  }

  /** Any one of a quorum is as good as another, so each must be of it. */
  private static boolean counts(List<String> states, long ofQuorum) {
    return states.contains("sync")
        || ofQuorum > 0 && states.stream().filter("quorum"::equals).count() == ofQuorum;
  }

  private static boolean leads(Member member) {
    return member.role() == Role.LEADER;
  }

  private static <T> Seen seen(T what, Predicate<T> asItMustBe) {
    return new Seen(asItMustBe.test(what), what);
  }
}
