package org.halab.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places at which a project has Patroni, Python and PostgreSQL's programs, where the lab's
 * image has them at others.
 */
final class PatroniPlaces {
  private static final String OWN_VERSION = "15";
  private static final String OWN_PROGRAMS = "/usr/lib/postgresql/15/bin";
  private static final Pattern PROGRAM =
      Pattern.compile("(?<![\\w.-])((?:/[\\w.-]+)+/bin)/(?:patroni|patronictl|python3?)(?![\\w-])");
  private static final Pattern ENVIRONMENT =
      Pattern.compile("(?:-m\\s+(?:venv|virtualenv)|\\bvirtualenv)\\s+(?:-\\S+\\s+)*(/[\\w./-]+)");
  private static final Pattern DEBIAN_VERSION =
      Pattern.compile("\\bpostgresql-(\\d+)|/usr/lib/postgresql/(\\d+)/bin");

  /** Debian's own, which must stay what they are. */
  private static final Set<String> SYSTEM = Set.of("/bin", "/usr/bin");

  private PatroniPlaces() {}

  /**
   * Commands that make what a project's texts name.
   *
   * @param texts its Dockerfile, its commands, its scripts
   * @param base the image that it stands on
   * @param binDirectory as a node's file has it
   */
  static List<String> made(List<String> texts, Reference base, Optional<String> binDirectory) {
    List<String> commands = new ArrayList<>();
    Set<String> directories = new TreeSet<>();
    Set<String> environments = new TreeSet<>();
    for (String text : texts) {
      for (Matcher program = PROGRAM.matcher(text); program.find(); ) {
        directories.add(program.group(1));
      }
      for (Matcher environment = ENVIRONMENT.matcher(text); environment.find(); ) {
        environments.add(environment.group(1).replaceFirst("/+$", ""));
      }
    }
    environments.forEach(one -> directories.add(one + "/bin"));
    directories.removeAll(SYSTEM);
    for (String directory : directories) {
      commands.add("mkdir -p \"" + directory + "\"");
      commands.add("ln -sf /usr/bin/patroni /usr/bin/patronictl \"" + directory + "/\"");
      if (!directory.equals("/usr/local/bin")) {
        commands.add("ln -sf /usr/bin/python3 \"" + directory + "/python3\"");
        commands.add("ln -sf /usr/bin/python3 \"" + directory + "/python\"");
      }
    }
    environments.forEach(one -> commands.add("touch \"" + one + "/bin/activate\""));
    binDirectory.ifPresent(directory -> commands.addAll(programs(texts, base, directory)));
    return commands;
  }

  /** Only where the project's own image has them: at another place they would be missing there. */
  private static List<String> programs(List<String> texts, Reference base, String directory) {
    String wanted = directory.replaceFirst("/+$", "");
    Matcher debian = Pattern.compile("/usr/lib/postgresql/(\\d+)/bin").matcher(wanted);
    if (wanted.equals(OWN_PROGRAMS) || !wanted.matches("(/[\\w.-]+)+")) {
      return List.of();
    }
    boolean alpine = base.tag().contains("alpine");
    if (debian.matches()) {
      String version = version(texts, base);
      String link = "ln -sfn %1$s /usr/lib/postgresql/%2$s";
      return version.isEmpty() || version.equals(debian.group(1))
          ? List.of(link.formatted(OWN_VERSION, debian.group(1)))
          : List.of();
    }
    boolean there = alpine ? wanted.equals("/usr/local/bin") : !base.name().equals("postgres");
    return there
        ? List.of(
            "mkdir -p \"" + wanted + "\"", "ln -sf " + OWN_PROGRAMS + "/* \"" + wanted + "/\"")
        : List.of();
  }

  /** PostgreSQL's major version in the project's image; empty if it cannot be told. */
  private static String version(List<String> texts, Reference base) {
    Matcher tagged = Pattern.compile("(\\d+).*").matcher(base.tag());
    if (base.name().equals("postgres")) {
      return tagged.matches() ? tagged.group(1) : "";
    }
    Matcher installed = DEBIAN_VERSION.matcher(String.join("\n", texts));
    return installed.find()
        ? Optional.ofNullable(installed.group(1)).orElse(installed.group(2))
        : "";
  }
}
