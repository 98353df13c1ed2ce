package org.halab.examination;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Hint;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/**
 * What a scenario of the examination finds where it is red. Its tag {@code @finds-CODE} says what
 * its last step finds, {@code @else-finds-CODE} what any step before that does.
 */
enum TrialFinding {
  CLUSTER_NOT_HEALTHY(
      Severity.FATAL,
      Set.of(Item.DEPLOYED),
      "(?i)error|fatal|panic|critical|exception|alert|could not|cannot|failed|refused|denied"
          + "|no such|invalid",
      Message.of("examination.notHealthy"),
      new Hint(
          Message.of("examination.notHealthy.look"),
          Message.of("examination.notHealthy.change"),
          Message.of("examination.notHealthy.try"))),
  ROWS_DO_NOT_ARRIVE(
      Severity.MISTAKE,
      Set.of(Item.REPLICATED),
      "FATAL|ERROR|could not|pg_hba",
      Message.of("examination.noRows"),
      new Hint(
          Message.of("examination.noRows.look"),
          Message.of("examination.noRows.change"),
          Message.of("examination.noRows.try"))),
  REPLICA_TAKES_WRITES(
      Severity.MISTAKE,
      Set.of(Item.READ_ONLY),
      "initialized a new cluster|, the leader with the lock|promoted self",
      Message.of("examination.replicaWrites"),
      new Hint(
          Message.of("examination.replicaWrites.look"),
          Message.of("examination.replicaWrites.change"),
          Message.of("examination.replicaWrites.try"))),
  ENTRYPOINT_DOES_NOT_ANSWER(
      Severity.MISTAKE,
      Set.of(Item.RESTARTED, Item.LED_TO_LEADER),
      "ALERT|emerg|is DOWN|no server available|could not resolve",
      Message.of("examination.noAnswer"),
      new Hint(
          Message.of("examination.noAnswer.look"),
          Message.of("examination.noAnswer.change"),
          Message.of("examination.noAnswer.try"))),
  ENTRYPOINT_LEADS_TO_REPLICAS(
      Severity.MISTAKE,
      Set.of(Item.LED_TO_LEADER),
      "is UP|in a read-only transaction",
      Message.of("examination.toReplicas"),
      new Hint(
          Message.of("examination.toReplicas.look"),
          Message.of("examination.toReplicas.change"),
          Message.of("examination.toReplicas.try"))),
  PUBLISHED_PORT_NOBODY_LISTENS(
      Severity.RISK,
      Set.of(Item.COMPOSE_FILE),
      "(?!)",
      Message.of("examination.unheard"),
      new Hint(
          Message.of("examination.unheard.look"),
          Message.of("examination.unheard.change"),
          Message.of("examination.unheard.try"))),
  PATRONI_API_PUBLISHED(
      Severity.RISK,
      Set.of(Item.COMPOSE_FILE),
      "(?!)",
      Message.of("examination.obeys"),
      new Hint(
          Message.of("examination.obeys.look"),
          Message.of("examination.obeys.change"),
          Message.of("examination.obeys.try"))),
  NOT_SERVED_AGAIN(
      Severity.MISTAKE,
      Set.of(Item.LEADER_LOST),
      "is DOWN|no server available|in a read-only transaction|failed to acquire|not healthy"
          + "|not allowed to promote",
      Message.of("examination.notServed"),
      new Hint(
          Message.of("examination.notServed.look"),
          Message.of("examination.notServed.change"),
          Message.of("examination.notServed.try"))),
  ACKNOWLEDGED_ROWS_LOST(
      Severity.RISK,
      Set.of(Item.LEADER_LOST),
      "promoted self|selected new timeline",
      Message.of("examination.lost"),
      new Hint(
          Message.of("examination.lost.look"),
          Message.of("examination.lost.change"),
          Message.of("examination.lost.try"))),
  KILLED_LEADER_DOES_NOT_FOLLOW(
      Severity.MISTAKE,
      Set.of(Item.FOLLOWS_AGAIN),
      "not in this server.s history|forked off current database system timeline"
          + "|could not open target file|does not contain minimum recovery",
      Message.of("examination.doesNotFollow"),
      new Hint(
          Message.of("examination.doesNotFollow.look"),
          Message.of("examination.doesNotFollow.change"),
          Message.of("examination.doesNotFollow.try")));

  private static final String AT_LAST = "@finds-";
  private static final String BEFORE = "@else-finds-";

  private final Severity severity;
  private final Set<Item> items;
  private final Pattern telling;
  private final Message seen;
  private final Hint hint;

  TrialFinding(Severity severity, Set<Item> items, String telling, Message seen, Hint hint) {
    this.severity = severity;
    this.items = items;
    this.telling = Pattern.compile(telling);
    this.seen = seen;
    this.hint = hint;
  }

  /**
   * That of a scenario's tags; empty if they name none.
   *
   * @param atLast whether its last step was red
   */
  static Optional<TrialFinding> of(List<String> tags, boolean atLast) {
    Optional<TrialFinding> before = named(tags, BEFORE);
    return atLast || before.isEmpty() ? named(tags, AT_LAST) : before;
  }

  private static Optional<TrialFinding> named(List<String> tags, String tag) {
    return Stream.of(values()).filter(one -> tags.contains(tag + one.code())).findFirst();
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether its items still work, in part. */
  boolean risk() {
    return severity == Severity.RISK;
  }

  /** Whether nothing else can be tried. */
  boolean fatal() {
    return severity == Severity.FATAL;
  }

  boolean bearsOn(Item item) {
    return items.contains(item);
  }

  /** Lines of a directory's logs that show it: where nothing began to work, the first of them. */
  List<String> tellingLines(Path logs) {
    return fatal() ? TellingLines.first(logs, telling) : TellingLines.last(logs, telling);
  }

  /**
   * @param evidence what the scenario said when it was red, and lines of logs
   * @param read what the files show: the same may stand there, and bear on other items
   */
  Finding with(List<String> evidence, List<Finding> read) {
    Set<Item> same =
        read.stream()
            .filter(one -> one.code().equals(code()))
            .flatMap(one -> one.items().stream())
            .collect(Collectors.toSet());
    return new Finding(
        code(),
        severity,
        same.isEmpty() ? items : same,
        List.of(),
        evidence,
        seen,
        Optional.of(hint));
  }
}
