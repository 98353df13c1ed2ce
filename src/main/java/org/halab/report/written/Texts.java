package org.halab.report.written;

import static java.lang.Character.UnicodeScript.CYRILLIC;

import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.halab.domain.Durations;
import org.halab.domain.MessageTable;
import org.halab.domain.Table;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.message.Terms;
import org.halab.report.Words;
import org.halab.report.chart.ChartTexts;
import org.halab.report.model.Experiment;

/**
 * The words of the report, in one language: those that are always the same by their key, those with
 * names and numbers of the run as messages.
 */
public class Texts implements ChartTexts {
  private final Words words;

  /**
   * @param language English stands in for one that is missing
   */
  public Texts(Language language) {
    this.words = new Words("org.halab.report.written.texts", language);
  }

  /**
   * @throws java.util.MissingResourceException if there is no such text
   */
  public String get(String key) {
    return words.get(key);
  }

  /** Several texts, in their order. */
  List<String> all(String... keys) {
    return Stream.of(keys).map(this::get).toList();
  }

  public boolean has(String key) {
    return words.has(key);
  }

  public String say(Message message) {
    return message.in(words.language());
  }

  Table say(MessageTable table) {
    return table.in(words.language());
  }

  /** The language the words are in, for the page to say so. */
  public String language() {
    return words.language().tag();
  }

  /**
   * The language of words that are not the report's own, such as a feature's; null if they are in
   * the report's: in another alphabet there is not one letter of its own.
   */
  String foreign(String said) {
    boolean cyrillic = said.codePoints().anyMatch(one -> UnicodeScript.of(one) == CYRILLIC);
    String tag = cyrillic ? Language.RUSSIAN.tag() : Language.ENGLISH.tag();
    return tag.equals(language()) ? null : tag;
  }

  /** The columns of the table of versions. */
  public List<String> versionColumns() {
    return List.of(get("run.stack"), get("run.part"), get("run.version"), get("run.said"));
  }

  /** A moment in UTC, to the second. */
  String when(Instant moment) {
    return written(moment, "date.seconds");
  }

  /** A moment in UTC, to the minute. */
  String roughly(Instant moment) {
    return written(moment, "date.minutes");
  }

  private String written(Instant moment, String pattern) {
    return DateTimeFormatter.ofPattern(get(pattern)).withZone(ZoneOffset.UTC).format(moment);
  }

  /** As "48 s" or "6 min 5 s". */
  public String roughly(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1000.0);
    return say(
        seconds < 120
            ? Message.of("report.written.seconds").with("seconds", seconds)
            : Message.of("report.written.minutes")
                .with("minutes", seconds / 60)
                .with("seconds", seconds % 60));
  }

  /** As "10.5 s". */
  @Override
  public String seconds(double seconds) {
    return seconds(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  String seconds(Duration duration) {
    return say(
        Message.of("report.written.seconds").with("seconds", Durations.plainSeconds(duration)));
  }

  @Override
  public String lane(String kind, String name) {
    return switch (kind) {
      case "lock" -> get("chart.lane.lock");
      case "server" -> say(Message.of("report.written.chart.lane.server").with("name", name));
      case "container" -> say(Message.of("report.written.chart.lane.container").with("name", name));
      default -> name;
    };
  }

  @Override
  public String phases() {
    return get("chart.phases");
  }

  @Override
  public String latency() {
    return get("chart.latency");
  }

  @Override
  public String state(String word) {
    return say(Terms.of(word));
  }

  @Override
  public String described(Experiment experiment) {
    return say(
        Message.of("report.written.chart.described")
            .with("scenario", experiment.scenario())
            .with("fault", experiment.fault().sentence())
            .with("acknowledged", count(experiment, "ACKNOWLEDGED"))
            .with("rejected", count(experiment, "REJECTED"))
            .with("unknown", count(experiment, "UNKNOWN"))
            .with("holders", holders(experiment)));
  }

  private static long count(Experiment experiment, String outcome) {
    return experiment.operations().stream().filter(one -> one.outcome().equals(outcome)).count();
  }

  private static Message holders(Experiment experiment) {
    return Message.joined(
        ", ",
        experiment.lanes().stream()
            .filter(lane -> lane.kind().equals("lock"))
            .flatMap(lane -> lane.changes().stream())
            .map(
                change ->
                    Message.of("report.written.chart.holder")
                        .with("holder", Terms.of(change.value()))
                        .with("from", Durations.offset(experiment.fault().at(), change.at())))
            .toList());
  }

  @Override
  public String seconds() {
    return get("chart.seconds");
  }

  @Override
  public String fault() {
    return get("chart.fault");
  }

  @Override
  public String healed() {
    return get("chart.healed");
  }

  @Override
  public String boundFarOff(long seconds) {
    return say(Message.of("report.written.chart.bound.far").with("seconds", seconds));
  }

  @Override
  public String bound() {
    return get("chart.bound");
  }
}
