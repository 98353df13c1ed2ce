package org.halab.report.written;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.halab.domain.Durations;
import org.halab.report.chart.ChartTexts;

/** The words of the report, in one language. */
public final class Texts implements ChartTexts {
  private static final String BUNDLE = "org.halab.report.written.texts";
  private final ResourceBundle words;

  /**
   * @param language as {@code en} or {@code ru}; English stands in for a language that is missing
   */
  public Texts(String language) {
    this.words =
        ResourceBundle.getBundle(
            BUNDLE,
            Locale.forLanguageTag(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * @throws java.util.MissingResourceException if there is no such text
   */
  public String get(String key, Object... arguments) {
    return new MessageFormat(words.getString(key), Locale.ROOT).format(strings(arguments));
  }

  /** Several texts without arguments, in their order. */
  List<String> all(String... keys) {
    return Stream.of(keys).map(this::get).toList();
  }

  public boolean has(String key) {
    return words.containsKey(key);
  }

  /** The language the words are in, for the page to say so. */
  public String language() {
    String found = words.getLocale().getLanguage();
    return found.isEmpty() ? "en" : found;
  }

  /** The columns of the table of versions. */
  public List<String> versionColumns() {
    return List.of(get("run.stack"), get("run.part"), get("run.version"), get("run.said"));
  }

  /** As "48 s" or "6 min 5 s". */
  public static String roughly(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1000.0);
    return seconds < 120 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  /** As "10.5 s". */
  public static String seconds(double seconds) {
    return Durations.seconds(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  /** Numbers as plain digits: MessageFormat would group them. */
  private static Object[] strings(Object[] arguments) {
    Object[] plain = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      plain[i] = String.valueOf(arguments[i]);
    }
    return plain;
  }

  @Override
  public String lane(String kind, String name) {
    return get("chart.lane." + kind, name);
  }

  @Override
  public String phases() {
    return get("chart.phases");
  }

  @Override
  public String failedWrites() {
    return get("chart.failed");
  }

  @Override
  public String writes() {
    return get("chart.writes");
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
    return get("chart.bound.far", seconds);
  }

  @Override
  public String bound() {
    return get("chart.bound");
  }
}
