package org.halab.examination;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Hint;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/**
 * What a scenario of the examination finds where it is red; its tag {@code @finds-CODE} says so.
 */
enum TrialFinding {
  CLUSTER_NOT_HEALTHY(
      Severity.FATAL,
      Set.of(Item.DEPLOYED),
      Message.of("examination.notHealthy"),
      new Hint(
          Message.of("examination.notHealthy.look"),
          Message.of("examination.notHealthy.change"),
          Message.of("examination.notHealthy.try"))),
  ROWS_DO_NOT_ARRIVE(
      Severity.MISTAKE,
      Set.of(Item.REPLICATED),
      Message.of("examination.noRows"),
      new Hint(
          Message.of("examination.noRows.look"),
          Message.of("examination.noRows.change"),
          Message.of("examination.noRows.try"))),
  REPLICA_TAKES_WRITES(
      Severity.MISTAKE,
      Set.of(Item.READ_ONLY),
      Message.of("examination.replicaWrites"),
      new Hint(
          Message.of("examination.replicaWrites.look"),
          Message.of("examination.replicaWrites.change"),
          Message.of("examination.replicaWrites.try"))),
  ENTRYPOINT_LEADS_TO_REPLICAS(
      Severity.MISTAKE,
      Set.of(Item.LED_TO_LEADER),
      Message.of("examination.toReplicas"),
      new Hint(
          Message.of("examination.toReplicas.look"),
          Message.of("examination.toReplicas.change"),
          Message.of("examination.toReplicas.try"))),
  NOT_SERVED_AGAIN(
      Severity.MISTAKE,
      Set.of(Item.LEADER_LOST),
      Message.of("examination.notServed"),
      new Hint(
          Message.of("examination.notServed.look"),
          Message.of("examination.notServed.change"),
          Message.of("examination.notServed.try"))),
  ACKNOWLEDGED_ROWS_LOST(
      Severity.RISK,
      Set.of(Item.LEADER_LOST),
      Message.of("examination.lost"),
      new Hint(
          Message.of("examination.lost.look"),
          Message.of("examination.lost.change"),
          Message.of("examination.lost.try"))),
  KILLED_LEADER_DOES_NOT_FOLLOW(
      Severity.MISTAKE,
      Set.of(Item.FOLLOWS_AGAIN),
      Message.of("examination.doesNotFollow"),
      new Hint(
          Message.of("examination.doesNotFollow.look"),
          Message.of("examination.doesNotFollow.change"),
          Message.of("examination.doesNotFollow.try")));

  private static final String TAG = "@finds-";

  private final Severity severity;
  private final Set<Item> items;
  private final Message seen;
  private final Hint hint;

  TrialFinding(Severity severity, Set<Item> items, Message seen, Hint hint) {
    this.severity = severity;
    this.items = items;
    this.seen = seen;
    this.hint = hint;
  }

  /** That of a scenario's tag; empty if it has none of that kind. */
  static Optional<TrialFinding> of(List<String> tags) {
    return Stream.of(values()).filter(one -> tags.contains(TAG + one.code())).findFirst();
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether its items still work, in part. */
  boolean risk() {
    return severity == Severity.RISK;
  }

  /**
   * @param evidence what the scenario said when it was red
   */
  Finding with(List<String> evidence) {
    return new Finding(code(), severity, items, List.of(), evidence, seen, Optional.of(hint));
  }
}
