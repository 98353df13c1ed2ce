package org.halab.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.halab.domain.Lane;
import org.halab.domain.Lane.Kind;
import org.halab.domain.Node;
import org.halab.experiment.NodeSight;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static final List<Node> NODES =
      List.of(new Node("pg-master", "postgresql0"), new Node("pg-slave", "postgresql1"));

  private final List<Lane> lanes = new ArrayList<>();
  private final Map<String, NodeSight> sights = new HashMap<>();

  @Test
  void aFailoverIsSeenInWhoLeadsWhoHoldsTheKeyAndWhereTheEntrypointLeads() {
    seen(Kind.ROLE, "postgresql0", "primary", Lane.NO_ANSWER);
    seen(Kind.ROLE, "postgresql1", "sync standby", "primary");
    seen(Kind.LOCK, "leader key", "postgresql0", "nobody", "postgresql1");
    seen(Kind.SERVER, "pg-master", "UP", "DOWN");
    seen(Kind.SERVER, "pg-slave", "DOWN", "UP");
    seen(Kind.CONTAINER, "pg-master", "running", "exited");

    PageState.Cluster drawn = drawn();

    assertThat(drawn.nodes()).extracting(PageState.Node::role).containsExactly("silent", "leads");
    assertThat(drawn.nodes()).extracting(PageState.Node::key).containsExactly(false, true);
    assertThat(drawn.nodes().get(0).container().state()).isEqualTo("down");
    assertThat(drawn.nodes().get(1).container().state()).isEqualTo("runs");
    assertThat(drawn.entrypoints().get(0).leads()).containsExactly("postgresql1");
    assertThat(drawn.store().holder()).isEqualTo("postgresql1");
  }

  @Test
  void aReplicaLagsByWhatItHasNotApplied() {
    seen(Kind.ROLE, "postgresql0", "primary");
    seen(Kind.ROLE, "postgresql1", "replica");
    sight("postgresql0", "primary", 1, 20_000_000, false);
    sight("postgresql1", "replica", 1, 19_000_000, true);

    assertThat(drawn().nodes()).extracting(PageState.Node::lag).containsExactly("", "lag 976 kB");
    assertThat(drawn().nodes()).extracting(PageState.Node::follows).containsExactly(false, true);
  }

  @Test
  void aReplicaThatWasLookedAtLaterIsNotAhead() {
    seen(Kind.ROLE, "postgresql1", "replica");
    sight("postgresql0", "primary", 1, 1000, false);
    sight("postgresql1", "replica", 1, 5000, true);

    assertThat(drawn().nodes().get(1).lag()).isEqualTo("lag 0 kB");
  }

  @Test
  void whatDoesNotAnswerSaysNothing() {
    seen(Kind.LOCK, "leader key", "postgresql0", Lane.NO_ANSWER);

    PageState.Cluster drawn = drawn();

    assertThat(drawn.store().answers()).isFalse();
    assertThat(drawn.store().holder()).isEmpty();
    assertThat(drawn.nodes()).extracting(PageState.Node::roleSaid).containsOnly("not seen yet");
  }

  @Test
  void aFurtherEntrypointHasLanesOfItsOwn() {
    seen(Kind.SERVER, "pg-master", "UP");
    seen(Kind.SERVER, "pg-slave (haproxy2)", "UP");

    assertThat(drawn().entrypoints())
        .extracting(PageState.Entrypoint::leads)
        .containsExactly(List.of("postgresql0"), List.of("postgresql1"));
  }

  private PageState.Cluster drawn() {
    Parts parts =
        new Parts(
            NODES,
            List.of(
                Parts.entrypoint("haproxy1", "HAProxy", true, NODES),
                Parts.entrypoint("haproxy2", "HAProxy", false, NODES)),
            "ZooKeeper",
            List.of("zoo"));
    return new Drawing(parts, lanes, sights).drawn(ClientsFare.of(false, null));
  }

  private void seen(Kind kind, String name, String... values) {
    List<Lane.Change> changes = new ArrayList<>();
    for (String value : values) {
      changes.add(new Lane.Change(Instant.EPOCH, value));
    }
    lanes.add(new Lane(name, kind, changes));
  }

  private void sight(String member, String role, int timeline, long position, boolean streams) {
    sights.put(
        member, new NodeSight(role, OptionalInt.of(timeline), OptionalLong.of(position), streams));
  }
}
