package org.halab.grade.written;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.ItemVerdict;
import org.halab.grade.Grade.ItemGrade;
import org.halab.message.Language;
import org.halab.message.Message;

/** Results in the words of one language, each a single plain line: findings first, then items. */
public final class Told {
  static final int LONGEST = 700;
  private static final int SEEN = 600;
  private static final int PLACE = 200;
  private static final int PLACES = 10;
  private static final int EVIDENCE = 10;
  private static final int FINDINGS = 60;

  private final Results results;
  private final Language language;

  public Told(Results results, Language language) {
    this.results = results;
    this.language = language;
  }

  public Results results() {
    return results;
  }

  String say(Message message) {
    return PlainText.line(message.in(language), LONGEST);
  }

  public String project() {
    return PlainText.line(results.project(), PLACE);
  }

  /** As {@code 85 of 100 points}. */
  public String summary() {
    return say(
        Message.of("grade.told.summary")
            .with("earned", results.grade().earned())
            .with("full", results.grade().full()));
  }

  /** As {@code G3.4 The entrypoint leads to the leader}: our own words alone. */
  public String title(Item item) {
    return item + " " + say(Message.of("grade.item", item));
  }

  public String outcome(ItemVerdict verdict) {
    return say(Message.of("grade.outcome", verdict.outcome()));
  }

  /** As {@code G3.4 The entrypoint leads to the leader: works, 5 of 5}: our own words alone. */
  String item(ItemGrade grade) {
    return say(
        Message.of("grade.told.item")
            .with("title", title(grade.verdict().item()))
            .with("outcome", outcome(grade.verdict()))
            .with("earned", grade.earned())
            .with("most", grade.most()));
  }

  public List<Finding> findings() {
    List<Finding> all = results.verdicts().findings();
    return all.subList(0, Math.min(FINDINGS, all.size()));
  }

  /** How many findings are not told for their number. */
  public int untold() {
    return results.verdicts().findings().size() - findings().size();
  }

  /**
   * As {@code 2. mistake: The entrypoint leads to replicas too. [entrypoint-leads-to-replicas]}.
   */
  String head(Finding finding) {
    return say(
        Message.of("grade.told.finding")
            .with("number", number(finding))
            .with("severity", severity(finding))
            .with("seen", seen(finding))
            .with("code", finding.code()));
  }

  /** As {@code mistake}. */
  public String severity(Finding finding) {
    return say(Message.of("grade.severity", finding.severity()));
  }

  /** Its sentence alone. */
  public String seen(Finding finding) {
    return PlainText.line(finding.seen().in(language), SEEN);
  }

  /** Where its cause stands, as {@code haproxy.cfg:21}. */
  public List<String> places(Finding finding) {
    return finding.places().stream().limit(PLACES).map(one -> PlainText.line(one, PLACE)).toList();
  }

  /** One stage of a hint. */
  public String stage(Message stage) {
    return say(stage);
  }

  /** A stranger's line, as it stands there. */
  public static String quoted(String line) {
    return PlainText.line(line, PLACE);
  }

  /** The items that hang on it, in the guide's order, whatever became of them. */
  public List<ItemVerdict> hanging(Finding finding) {
    return results.verdicts().items().stream()
        .filter(one -> one.findings().contains(finding))
        .toList();
  }

  /** Where its cause stands, and how to go on. */
  List<String> advice(Finding finding) {
    List<String> lines = new ArrayList<>();
    if (!finding.places().isEmpty()) {
      lines.add(say(Message.of("grade.told.places").with("places", places(finding))));
    }
    finding
        .hint()
        .ifPresent(
            hint -> {
              lines.add(say(Message.of("grade.told.look").with("hint", hint.look())));
              lines.add(say(Message.of("grade.told.change").with("hint", hint.change())));
              lines.add(say(Message.of("grade.told.try").with("hint", hint.tryIt())));
            });
    return lines;
  }

  /** The lines that show it, as they stand there. */
  public List<String> evidence(Finding finding) {
    return finding.evidence().stream()
        .limit(EVIDENCE)
        .map(line -> PlainText.line(line, LONGEST))
        .toList();
  }

  /** Which of the findings an item hangs on, by their numbers; none if on none. */
  List<String> references(ItemVerdict verdict) {
    List<Integer> numbers = verdict.findings().stream().map(this::number).toList();
    return numbers.isEmpty()
        ? List.of()
        : List.of(say(Message.of("grade.told.see").with("numbers", numbers)));
  }

  /** From 1. */
  public int number(Finding finding) {
    return results.verdicts().findings().indexOf(finding) + 1;
  }

  /** The findings of an item in one sentence each, for where they stand nowhere else. */
  List<String> heads(ItemVerdict verdict) {
    return verdict.findings().stream().limit(FINDINGS).map(this::head).toList();
  }

  /** All findings with everything that is known of them. */
  List<String> whole() {
    List<String> lines = new ArrayList<>();
    for (Finding finding : findings()) {
      lines.add(head(finding));
      advice(finding).forEach(line -> lines.add("   " + line));
      evidence(finding).forEach(line -> lines.add("   > " + line));
    }
    IntStream.of(untold()).filter(more -> more > 0).forEach(more -> lines.add(more(more)));
    return lines;
  }

  public String more(int findings) {
    return say(Message.of("grade.told.more").with("findings", findings));
  }
}
