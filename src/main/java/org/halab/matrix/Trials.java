package org.halab.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.engine.OwnJvm;
import org.halab.message.Message;
import org.halab.options.Option;
import org.halab.options.Options;
import org.halab.options.Outputs;
import org.halab.record.FeatureScenario;
import org.halab.stack.Tree;

/** Carries scenarios out on the files with a wrong setting, each in a process of its own. */
final class Trials {
  private static final Path FEATURES = Path.of("features");
  private static final String OUTPUT = "output.txt";

  /** The longest of the scenarios takes five minutes where nothing is wrong. */
  private static final Duration LIMIT = Duration.ofMinutes(12);

  private final String place;

  /**
   * @param place of what they leave, below the directories of a run
   */
  Trials(String place) {
    this.place = place;
  }

  /** The scenario of a trial, as it is in the features now. */
  static FeatureScenario scenario(Trial trial) {
    List<FeatureScenario> found =
        FeatureScenario.in(FEATURES.resolve(trial.feature())).stream()
            .filter(one -> one.name().equals(trial.scenario()))
            .filter(one -> one.rule().startsWith(trial.rule()))
            .toList();
    if (found.size() != 1) {
      throw new IllegalStateException(
          "%d scenarios of %s are %s".formatted(found.size(), trial.feature(), trial));
    }
    return found.get(0);
  }

  /**
   * @param name of the trial, below the place
   * @param project the files with the wrong setting
   */
  Tried carryOut(String name, Trial trial, Path project) {
    String own = place + "/" + name;
    Path report = Outputs.REPORT.resolve(own);
    clear(own);
    FeatureScenario scenario = scenario(trial);
    Process process =
        OwnJvm.start(
            ScenarioRun.class,
            given(scenario, project, own),
            Outputs.CLUSTERS.resolve(own).resolve("java.arguments"),
            report.resolve(OUTPUT));
    try {
      boolean ended = OwnJvm.await(process, LIMIT);
      return TrialRecord.read(report)
          .orElseGet(() -> brokenOff(scenario, ended ? Message.of("matrix.noResult") : tooLong()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return brokenOff(scenario, Message.of("matrix.noResult"));
    }
  }

  private static Message tooLong() {
    return Message.of("matrix.tooLong").with("limit", LIMIT);
  }

  private static Tried brokenOff(FeatureScenario scenario, Message why) {
    return new Tried(scenario.place(), scenario.name(), Tried.End.BROKE_OFF, "", why.toString(), 0);
  }

  private static Map<String, String> given(FeatureScenario scenario, Path project, String own) {
    Map<String, String> given = new HashMap<>();
    given.put(ScenarioRun.SCENARIO, scenario.place());
    given.put(Option.PROJECT.property(), project.toAbsolutePath().toString());
    given.put(Option.OUTPUTS.property(), own);
    given.put(Option.CLUSTERS.property(), "1");
    given.put(Option.SETUP.property(), Options.ofThisRun().setup());
    return given;
  }

  /** Of an earlier run. */
  private static void clear(String own) {
    for (Path place : List.of(Outputs.REPORT, Outputs.FAILURES, Outputs.CLUSTERS)) {
      Tree.remove(place.resolve(own));
    }
    try {
      Files.createDirectories(Outputs.REPORT.resolve(own));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the logs and states that a red scenario left have a line of this pattern. */
  boolean logged(String name, String pattern) {
    if (pattern.isEmpty()) {
      return true;
    }
    Pattern sought = Pattern.compile(pattern);
    String own = place + "/" + name;
    return Stream.of(Outputs.FAILURES, Outputs.REPORT)
        .map(one -> one.resolve(own))
        .filter(Files::isDirectory)
        .anyMatch(one -> logged(one, sought));
  }

  private static boolean logged(Path directory, Pattern sought) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        // Bytes that are no text are of no file that is meant.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        if (sought.matcher(text).find()) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
