package org.halab.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.halab.domain.Node;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;
import org.halab.observe.PatroniRest;
import org.halab.timing.Bounds;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/**
 * The clock that a node's Patroni goes by is stepped, as by somebody's hand or by a wrong time
 * server. Only where that clock is not the machine's: such a node is told by a file.
 */
public final class ClockStepped implements FaultAction {
  public static final NamedFault LEADER_BACK =
      NamedFault.of(
          "the leader's clock is stepped back by an hour",
          site -> new ClockStepped(site, site.leaderNode(), Duration.ofHours(-1)),
          Bounds::pathBack);

  public static final NamedFault LEADER_AHEAD =
      NamedFault.of(
          "the leader's clock is stepped ahead by an hour",
          site -> new ClockStepped(site, site.leaderNode(), Duration.ofHours(1)),
          Bounds::nextRound);

  private static final Duration NEAR = Duration.ofMinutes(1);

  /** The file that says by how much, which the node is told by this; it appears whole. */
  private static final String STEP =
      "echo %+d > ${LAB_CLOCK:?}.new" + " && mv $LAB_CLOCK.new $LAB_CLOCK";

  private static final String TIME = "import time; print(int(time.time()))";

  private final Node node;
  private final PatroniRest patroni;
  private final ServiceContainer container;
  private final Duration step;

  public ClockStepped(Site site, Node node, Duration step) {
    this.node = node;
    this.patroni = site.cluster().patroni(node);
    this.container = site.cluster().access(node);
    this.step = step;
  }

  @Override
  public Message done() {
    return Message.of("fault.clockStepped")
        .with("node", node.service())
        .with("minutes", "%+d".formatted(step.toMinutes()));
  }

  @Override
  public void inflict() {
    container.output("bash", "-c", STEP.formatted(step.toSeconds()));
  }

  @Override
  public boolean inEffect() {
    return near(step);
  }

  @Override
  public void heal() {
    container.output("bash", "-c", STEP.formatted(0));
  }

  @Override
  public Deadline healedWithin(Deadlines deadlines) {
    return deadlines.orderCarriedOut();
  }

  /** By Patroni's own clock too, which it tells the time by at which it last saw the DCS. */
  @Override
  public boolean healed() {
    wake();
    long seen = patroni.status().path("dcs_last_seen").asLong();
    return near(Duration.ZERO) && near(Duration.ZERO, seen);
  }

  /**
   * A Patroni that waits for an hour to pass would do so all the same: asked to remove a setting
   * that nobody has, it looks up.
   */
  private void wake() {
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("lab_woken", null);
    patroni.patchConfig(nothing);
  }

  /** By the clock of whatever is started there as Patroni is. */
  private boolean near(Duration expected) {
    return near(expected, Long.parseLong(container.output("python3", "-c", TIME).strip()));
  }

  private static boolean near(Duration expected, long seconds) {
    Duration ahead = Duration.between(Instant.now(), Instant.ofEpochSecond(seconds));
    return ahead.minus(expected).abs().compareTo(NEAR) < 0;
  }
}
