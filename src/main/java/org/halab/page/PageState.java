package org.halab.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * All that the page shows at one moment. What is to be read is worded here already; what decides
 * about form and colour stands beside it. Moments are milliseconds since 1970.
 *
 * @param scenes one for each feature under way
 * @param stop where a walk stops; null if none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PageState(List<Scene> scenes, Pace.Stop stop) {

  /**
   * @param step its words; empty between steps
   * @param since when it began
   * @param waiting null if it does not wait
   * @param cluster null before there is one
   * @param chart null where no clients have worked
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Scene(
      long id,
      String feature,
      String scenario,
      String step,
      long since,
      Waiting waiting,
      Cluster cluster,
      Chart chart,
      List<Line> log) {}

  /** What is waited for, since when, and until when at the latest. */
  record Waiting(String what, long since, long until) {}

  /**
   * @param clients how they fare: {@code none}, {@code served}, {@code waiting} or {@code failing}
   * @param clientsSaid the same in words
   */
  record Cluster(
      String clients,
      String clientsSaid,
      List<Entrypoint> entrypoints,
      List<Node> nodes,
      Store store) {}

  /**
   * @param leads the members that it leads to now
   */
  record Entrypoint(String name, String kind, Container container, List<String> leads) {}

  /**
   * @param role {@code leads}, {@code standby}, {@code follows}, {@code silent} or {@code other}
   * @param roleSaid in words
   * @param lag in words; empty where it means nothing
   * @param follows whether it receives WAL
   */
  record Node(
      String name,
      String service,
      String role,
      String roleSaid,
      String timeline,
      String lag,
      boolean follows,
      boolean key,
      Container container) {}

  /**
   * What keeps the leader key.
   *
   * @param answers whether it says who holds it
   * @param holder empty if nobody does
   */
  record Store(String kind, boolean answers, String holder, String said, List<Container> members) {}

  /**
   * @param state {@code runs}, {@code frozen} or {@code down}
   * @param said in words; empty while it runs
   */
  record Container(String name, String state, String said) {}

  /**
   * Two minutes, second by second.
   *
   * @param end the second that the last value is of, since 1970
   * @param written acknowledged writes
   * @param failed writes that were not
   * @param median latency of what was acknowledged, in milliseconds; null where nothing was
   * @param worst the longest
   */
  record Chart(
      long end,
      List<Integer> written,
      List<Integer> failed,
      List<Long> median,
      List<Long> worst,
      List<Mark> marks) {}

  /**
   * @param kind {@code fault}, {@code healed} or {@code key}
   */
  record Mark(long at, String kind, String said) {}

  /**
   * @param said what it means
   * @param line as it stands in the log; may be empty
   */
  record Line(long at, String who, String said, String line) {}
}
