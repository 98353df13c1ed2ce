package org.halab.options;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a run is asked for: the values of its {@link Option}s. They are the system properties of the
 * process, to which Maven hands on whatever it is given with {@code -D}.
 */
public final class Options {
  private static final int STRIKES = 10;
  private static final int MOST_STRIKES = 9999;

  private static final String PREFIX = "lab.";

  private final Properties given;

  Options(Properties given) {
    this.given = given;
  }

  public static Options ofThisRun() {
    return new Options(System.getProperties());
  }

  /** Those of another run. */
  public static Options of(Map<String, String> given) {
    Properties properties = new Properties();
    properties.putAll(given);
    return new Options(properties);
  }

  /** Sets one that this project sets itself. */
  public static void set(Option option) {
    System.setProperty(option.property(), "true");
  }

  /**
   * What is wrong with them: a name that none has, or a value that it cannot have; of several the
   * first by name. Empty if nothing is.
   */
  public Optional<String> complaint() {
    return new TreeSet<>(given.stringPropertyNames())
        .stream()
            .filter(name -> name.startsWith(PREFIX))
            .flatMap(name -> complaint(name, given.getProperty(name)).stream())
            .findFirst();
  }

  private static Optional<String> complaint(String name, String value) {
    Optional<Option> option = Option.of(name);
    if (option.isEmpty()) {
      return Optional.of(
          "-D%s=%s: there is no such property. There are %s."
              .formatted(
                  name,
                  value,
                  Option.forPeople()
                      .map(one -> "-D" + one.property())
                      .collect(Collectors.joining(", "))));
    }
    return option
        .filter(one -> !one.accepts(value))
        .map(one -> "-D%s=%s: write %s.".formatted(name, value, one.takes()));
  }

  public Path project() {
    return Path.of(value(Option.PROJECT)).toAbsolutePath();
  }

  /** Whether it is another project than the guide's own. */
  public boolean foreignProject() {
    return !value(Option.PROJECT).equals(Option.PROJECT.otherwise());
  }

  /** Where the projects of a class are; empty if none was asked for. */
  public Optional<Path> projects() {
    return Optional.of(value(Option.PROJECTS))
        .filter(one -> !one.isEmpty())
        .map(one -> Path.of(one).toAbsolutePath().normalize());
  }

  /** What one project of a class may take. */
  public Duration projectLimit() {
    return Duration.ofMinutes(Integer.parseInt(value(Option.PROJECTS_MINUTES)));
  }

  /** Whether a class is examined from the beginning. */
  public boolean examinedAgain() {
    return value(Option.PROJECTS_AGAIN).equals("on");
  }

  /** A path below each directory that a run writes to; empty for a run that stands alone. */
  String outputs() {
    return value(Option.OUTPUTS);
  }

  public String stack() {
    return value(Option.STACK);
  }

  /** The addresses of the hosts' engines that were given; none if the run starts its own. */
  public List<String> hosts() {
    String given = value(Option.HOSTS);
    return given.isEmpty() ? List.of() : List.of(given.split(","));
  }

  /** As {@code en} or {@code ru}. */
  public String language() {
    return value(Option.LANGUAGE);
  }

  /** Empty if the machine decides. */
  public OptionalInt clusters() {
    String asked = value(Option.CLUSTERS);
    return asked.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(asked));
  }

  /** What a storm's faults are drawn from; another one each time, if none was given. */
  public long stormSeed() {
    String asked = value(Option.STORM_SEED);
    return asked.isEmpty() ? new Random().nextInt(1_000_000) : Long.parseLong(asked);
  }

  /** How many strikes a storm has; without a number as many as it has time for, or ten. */
  public int stormStrikes() {
    String asked = value(Option.STORM_STRIKES);
    if (asked.isEmpty()) {
      return stormLimit().isPresent() ? MOST_STRIKES : STRIKES;
    }
    return Integer.parseInt(asked);
  }

  /** After what time a storm begins no further strike; empty if it has as long as it takes. */
  public Optional<Duration> stormLimit() {
    return Optional.of(value(Option.STORM_MINUTES))
        .filter(one -> !one.isEmpty())
        .map(one -> Duration.ofMinutes(Integer.parseInt(one)));
  }

  /** Which wrong settings are tried, also if they have a result; empty for all that have none. */
  public Set<String> wrongSettings() {
    String asked = value(Option.WRONG_SETTINGS);
    return asked.isEmpty() ? Set.of() : Set.of(asked.split(","));
  }

  /** {@code on} or {@code off}, as {@code docker/setup.sh} takes it. */
  public String setup() {
    return value(Option.SETUP);
  }

  /** The file that says what each of the guide's items is worth. */
  public Path points() {
    return Path.of(value(Option.POINTS)).toAbsolutePath();
  }

  /** Whether the lines for Moodle's VPL stand on the terminal too. */
  public boolean vpl() {
    return value(Option.VPL).equals("on");
  }

  /** Where this run is kept, and earlier ones are; empty if it is not. */
  public Optional<Path> history() {
    return Optional.of(value(Option.HISTORY))
        .filter(one -> !one.isEmpty())
        .map(one -> Path.of(one).toAbsolutePath().normalize());
  }

  public boolean live() {
    return value(Option.LIVE).equals("on");
  }

  public boolean page() {
    return !value(Option.PAGE).equals("off");
  }

  /** Empty for the guide. */
  public String walk() {
    return value(Option.WALK);
  }

  /** Whether a walk asks for guesses. */
  public boolean predict() {
    return !value(Option.PREDICT).equals("off");
  }

  /** Empty if chance is to say which. */
  public Optional<String> incident() {
    return Optional.of(value(Option.INCIDENT)).filter(one -> !one.isEmpty() && !one.equals("true"));
  }

  public boolean interactive() {
    return value(Option.INTERACTIVE).endsWith("true");
  }

  public boolean series() {
    return isTrue(Option.SERIES);
  }

  public boolean printedAddresses() {
    return isTrue(Option.PRINTED_ADDRESSES);
  }

  private boolean isTrue(Option option) {
    return value(option).equals("true");
  }

  private String value(Option option) {
    return given.getProperty(option.property(), option.otherwise());
  }
}
