package org.halab.fault;

import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.observe.PatroniRest;
import org.halab.timing.Bounds;
import org.halab.timing.Calibrations;

/** A restart of a node's PostgreSQL, through Patroni's API. */
final class PostgresRestarted implements Order {
  static final NamedFault LEADER =
      NamedFault.of(
              "the leader's PostgreSQL is restarted through Patroni",
              site ->
                  new PostgresRestarted(
                      site.cluster().patroni(site.leaderNode()), site.leaderNode()),
              Bounds::restartInPlace)
          .calibrated(Calibrations::restartedInOrder);

  private final PatroniRest patroni;
  private final Node node;
  private String before = "";

  PostgresRestarted(PatroniRest patroni, Node node) {
    this.patroni = patroni;
    this.node = node;
  }

  @Override
  public Message done() {
    return Message.of("fault.postgres.restarted").with("node", node);
  }

  @Override
  public void inflict() {
    before = postmasterStart();
    patroni.restart();
  }

  @Override
  public boolean inEffect() {
    return !before.isEmpty() && !before.equals(postmasterStart());
  }

  private String postmasterStart() {
    return patroni.status().path("postmaster_start_time").asText();
  }
}
