package org.halab.options;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The properties of a run, every {@code -Dlab.*} that anything in this project reads or sets. */
public enum Option {
  /** The directory of the project under test. */
  PROJECT("lab.project", "docker", ".+", "a directory that holds the project's files"),
  /** A class: the projects of several people, each examined by itself. */
  PROJECTS(
      "lab.projects",
      "",
      ".+",
      "a directory with a project in each of its directories, or a file with one directory a line"),
  /** After how many minutes one project of a class is given up. */
  PROJECTS_MINUTES(
      "lab.projects.minutes", "15", "[1-9]\\d{0,2}", "how many minutes one project may take"),
  /** Whether those of a class who have a result already are examined again. */
  PROJECTS_AGAIN("lab.projects.again", "off", "on|off", "on or off"),
  /** The stack that the features run on: the project's own, or an override of it. */
  STACK("lab.stack", "guide", "[\\w-]+", "guide, or the name of another stack such as etcd"),
  /** The engines of the hosts that a stack for a swarm is put on; without it, the run's own. */
  HOSTS(
      "lab.hosts",
      "",
      "[^,]+,[^,]+,[^,]+",
      "three engines with commas between them, each as ssh://USER@HOST or tcp://HOST:2376"),
  /** The language of the features and of the report. */
  LANGUAGE("lab.language", "en", "[a-z]{2}", "a language of the features: en or ru"),
  /** How many features run at once; without it, as many as cores and memory allow. */
  CLUSTERS("lab.clusters", "", "[1-9]\\d{0,2}", "how many features run at once, 1 for example"),
  /** Whether an engine may be installed and started. */
  SETUP("lab.setup", "on", "on|off", "on or off"),
  /** What the guide's items are worth, for the examination of a project. */
  POINTS(
      "lab.points",
      "features/examination/points.yml",
      ".+",
      "a file with the points of the guide's items, in the form of features/examination/points.yml"),
  /** Whether the results of an examination are printed as Moodle's VPL reads them. */
  VPL("lab.vpl", "off", "on|off", "on or off"),
  /** Where runs are kept, to be compared with later ones; nowhere without it. */
  HISTORY("lab.history", "", ".+", "a directory where what this run finds is kept"),
  /** Whether there are lines at the end of the terminal that say what is under way. */
  LIVE("lab.live", "on", "on|off", "on or off"),
  /** Whether a page in a browser shows what is under way; without a value it does. */
  PAGE("lab.page", "off", "on|off|true", "on or off"),
  /** Turns {@code mvn test} into a walk; says through what, the guide if it is empty. */
  WALK("lab.walk", "", ".*", "a tag expression or a feature"),
  /** Whether a walk asks before a fault what will come of it; without a value it does. */
  PREDICT("lab.predict", "off", "on|off|true", "on or off"),
  /** Turns {@code mvn test} into an incident; says which, or leaves it to chance. */
  INCIDENT("lab.incident", "", ".*", "nothing, or the name of an incident"),
  /** What a storm's faults are drawn from; chance draws one if it is empty. */
  STORM_SEED("lab.storm.seed", "", "\\d{1,18}", "a whole number that an earlier storm has told"),
  /** How many times a storm strikes at most; ten times if nothing else ends it. */
  STORM_STRIKES("lab.storm.strikes", "", "[1-9]\\d{0,3}", "how many times a storm strikes"),
  /** After how many minutes a storm strikes no more; its strikes alone end it if it is empty. */
  STORM_MINUTES(
      "lab.storm.minutes", "", "[1-9]\\d{0,3}", "after how many minutes a storm strikes no more"),
  /** Which wrong settings the lab tries itself with; without it those that have no result yet. */
  WRONG_SETTINGS(
      "lab.wrong-settings",
      "",
      "[\\w-]+(,[\\w-]+)*",
      "names of features/beyond/wrong-settings.yml, divided by commas"),
  /** Turns {@code mvn test} into the tests that need a pseudo-terminal; read in pom.xml alone. */
  TERMINAL("lab.terminal", "", ".*", "nothing"),
  /** Turns {@code mvn test} into the tests that need a browser; read in pom.xml alone. */
  BROWSER("lab.browser", "", ".*", "nothing"),

  /** Whether Maven was started without {@code -B}; pom.xml sets it. */
  INTERACTIVE("lab.interactive", "false", "(maven:)?(true|false)"),
  /** Where Maven is, for the tests in a pseudo-terminal; pom.xml sets it. */
  MAVEN_HOME("lab.maven.home", "", ".*"),
  /** Whether {@code mvn test} leaves its unit tests out; the profiles of pom.xml set it. */
  UNIT_TESTS_SKIP("lab.unit-tests.skip", "false", "true|false"),
  /** Which of several runs that stand beside each other it is; a class sets it for each project. */
  OUTPUTS(
      "lab.outputs",
      "",
      "[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]*(/[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]*)*"),
  /** Whether records of earlier runs stay; {@code Series} sets it from its second run on. */
  SERIES("lab.series", "false", "true|false"),
  /** Whether containers have the names and ports that are printed; the walkthrough sets it. */
  PRINTED_ADDRESSES("lab.addresses.printed", "false", "true|false");

  private final String property;
  private final String otherwise;
  private final String pattern;
  private final Optional<String> takes;

  /** One that a person gives. */
  Option(String property, String otherwise, String pattern, String takes) {
    this(property, otherwise, pattern, Optional.of(takes));
  }

  /** One that this project sets itself. */
  Option(String property, String otherwise, String pattern) {
    this(property, otherwise, pattern, Optional.empty());
  }

  Option(String property, String otherwise, String pattern, Optional<String> takes) {
    this.property = property;
    this.otherwise = otherwise;
    this.pattern = pattern;
    this.takes = takes;
  }

  /** Its name behind {@code -D}. */
  public String property() {
    return property;
  }

  /** What holds where it is not given. */
  String otherwise() {
    return otherwise;
  }

  boolean accepts(String value) {
    return value.equals(otherwise) || value.matches(pattern);
  }

  /** What to write after {@code =}. */
  public String takes() {
    return takes.orElse(pattern);
  }

  static Optional<Option> of(String property) {
    return Arrays.stream(values()).filter(one -> one.property.equals(property)).findFirst();
  }

  /** Those that a person gives. */
  static Stream<Option> forPeople() {
    return Arrays.stream(values()).filter(one -> one.takes.isPresent());
  }
}
