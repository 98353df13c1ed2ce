package org.halab.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** States that no cluster was in. */
final class MadeUp {
  static final PageState.Container RUNS = new PageState.Container("a", "runs", "");

  private static final long NOW = System.currentTimeMillis();

  private MadeUp() {}

  /** One feature at work; the first member leads, or the second. */
  static PageState scene(String step, boolean firstLeads) {
    return new PageState(
        List.of(
            new PageState.Scene(
                1,
                "Losing the leader",
                "The leader is killed while clients work",
                step,
                NOW,
                new PageState.Waiting("a new leader", NOW, NOW + 60_000),
                cluster(firstLeads),
                chart(),
                List.of(
                    new PageState.Line(
                        NOW, "pg-slave", "PostgreSQL accepts writes", "LOG: ready")))),
        null);
  }

  /** Two features at work, the second with three nodes, two entrypoints and three of etcd. */
  static PageState both() {
    PageState.Scene first = scene("When the leader is stopped", true).scenes().get(0);
    return new PageState(
        List.of(
            first,
            new PageState.Scene(
                2,
                "No single part whose loss stops writes",
                "Each part in turn is lost",
                "When the entrypoint is killed",
                NOW,
                null,
                three(),
                chart(),
                first.log())),
        null);
  }

  private static PageState.Cluster three() {
    return new PageState.Cluster(
        "served",
        "are served",
        List.of(
            new PageState.Entrypoint("entrypoint-1", "HAProxy", RUNS, List.of("postgresql0")),
            new PageState.Entrypoint("entrypoint-2", "HAProxy", RUNS, List.of("postgresql0"))),
        List.of(
            node("postgresql0", "pg-1", true),
            node("postgresql1", "pg-2", false),
            node("postgresql2", "pg-3", false)),
        new PageState.Store(
            "etcd", true, "postgresql0", "postgresql0 holds it", List.of(RUNS, RUNS, RUNS)));
  }

  static PageState stopped(PageState state, Pace pace) {
    return new PageState(state.scenes(), pace.stop().orElse(null));
  }

  static PageState.Cluster cluster(boolean firstLeads) {
    String leader = firstLeads ? "postgresql0" : "postgresql1";
    return new PageState.Cluster(
        firstLeads ? "served" : "waiting",
        firstLeads ? "are served" : "wait for an answer",
        List.of(new PageState.Entrypoint("postgres_entrypoint", "HAProxy", RUNS, List.of(leader))),
        List.of(
            node("postgresql0", "pg-master", firstLeads),
            node("postgresql1", "pg-slave", !firstLeads)),
        new PageState.Store("ZooKeeper", true, leader, leader + " holds it", List.of(RUNS)));
  }

  private static PageState.Node node(String name, String service, boolean leads) {
    return new PageState.Node(
        name,
        service,
        leads ? "leads" : "silent",
        leads ? "primary" : "no answer",
        leads ? "timeline 1" : "",
        "",
        false,
        leads,
        leads ? RUNS : new PageState.Container(service, "down", "stopped"));
  }

  private static PageState.Chart chart() {
    List<Integer> written = new ArrayList<>(Collections.nCopies(Rates.SECONDS, 18));
    List<Integer> failed = new ArrayList<>(Collections.nCopies(Rates.SECONDS, 0));
    List<Long> median = new ArrayList<>(Collections.nCopies(Rates.SECONDS, 9L));
    List<Long> worst = new ArrayList<>(Collections.nCopies(Rates.SECONDS, 30L));
    for (int i = 70; i < 100; i++) {
      written.set(i, 0);
      failed.set(i, i % 4 == 0 ? 2 : 0);
      median.set(i, null);
      worst.set(i, null);
    }
    return new PageState.Chart(
        NOW / 1000,
        written,
        failed,
        median,
        worst,
        List.of(
            new PageState.Mark(NOW - 50_000, "fault", "the leader is killed"),
            new PageState.Mark(NOW - 21_000, "key", "postgresql1 holds the leader key")));
  }
}
