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
public enum TrialFinding {
  CLUSTER_NOT_HEALTHY(
      Severity.FATAL,
      Set.of(Item.DEPLOYED),
      "(?i)error|fatal|panic|critical|exception|alert|could not|cannot|failed|refused|denied"
          + "|no such|invalid"),
  ROWS_DO_NOT_ARRIVE(Severity.MISTAKE, Set.of(Item.REPLICATED), "FATAL|ERROR|could not|pg_hba"),
  REPLICA_TAKES_WRITES(
      Severity.MISTAKE,
      Set.of(Item.READ_ONLY),
      "initialized a new cluster|, the leader with the lock|promoted self"),
  ENTRYPOINT_DOES_NOT_ANSWER(
      Severity.MISTAKE,
      Set.of(Item.RESTARTED, Item.LED_TO_LEADER),
      "ALERT|emerg|is DOWN|no server available|could not resolve"),
  ENTRYPOINT_LEADS_TO_REPLICAS(
      Severity.MISTAKE, Set.of(Item.LED_TO_LEADER), "is UP|in a read-only transaction"),
  PUBLISHED_PORT_NOBODY_LISTENS(Severity.RISK, Set.of(Item.COMPOSE_FILE), "(?!)"),
  PATRONI_API_PUBLISHED(Severity.RISK, Set.of(Item.COMPOSE_FILE), "(?!)"),
  NOT_SERVED_AGAIN(
      Severity.MISTAKE,
      Set.of(Item.LEADER_LOST),
      "is DOWN|no server available|in a read-only transaction|failed to acquire|not healthy"
          + "|not allowed to promote"),
  ACKNOWLEDGED_ROWS_LOST(
      Severity.RISK, Set.of(Item.LEADER_LOST), "promoted self|selected new timeline"),
  KILLED_LEADER_DOES_NOT_FOLLOW(
      Severity.MISTAKE,
      Set.of(Item.FOLLOWS_AGAIN),
      "not in this server.s history|forked off current database system timeline"
          + "|could not open target file|does not contain minimum recovery");

  private static final String AT_LAST = "@finds-";
  private static final String BEFORE = "@else-finds-";

  private final Severity severity;
  private final Set<Item> items;
  private final Pattern telling;

  /**
   * @param telling matches a line of a log that shows it
   */
  TrialFinding(Severity severity, Set<Item> items, String telling) {
    this.severity = severity;
    this.items = items;
    this.telling = Pattern.compile(telling);
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
        Message.of("examination.seen", this),
        Optional.of(
            new Hint(
                Message.of("examination.look", this),
                Message.of("examination.change", this),
                Message.of("examination.try", this))));
  }
}
