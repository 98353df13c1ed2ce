package org.halab.walkthrough;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halab.cluster.Cluster;
import org.halab.report.Phrasebook;

/** Where the walk stops and asks a person whether and how to go on. */
final class Stops {
  private static final String KEYS =
      """
      Enter   %s
      s       the state of the cluster
      l NAME  the end of a container's log: l leader, l replica, or its name as s shows it
      c       run on without stops to the end of the scenario (C: to the end of the walk)
      q       quit: remove the cluster and end""";

  private static final String NONE = "No cluster runs yet.";

  private final BufferedReader input;
  private final Screen screen;
  private final Phrasebook phrases;
  private boolean untilEnd;
  private boolean untilScenarioEnd;
  private boolean ended;

  Stops(BufferedReader input, Screen screen, Phrasebook phrases) {
    this.input = input;
    this.screen = screen;
    this.phrases = phrases;
  }

  /** Whether the walk was ended here. */
  boolean ended() {
    return ended;
  }

  /**
   * Asks until the person goes on, runs on, or quits.
   *
   * @param enter what Enter does: completes "Enter: …"
   * @param cluster what to show the state and the logs of
   */
  void beforeStep(String enter, Optional<Cluster> cluster) {
    if (!untilScenarioEnd && !untilEnd && !ended) {
      stop(enter, cluster);
    }
  }

  /** The same at the end of a scenario, where {@code c} runs through the next one. */
  void afterScenario(String enter, Optional<Cluster> cluster) {
    untilScenarioEnd = false;
    beforeStep(enter, cluster);
  }

  private void stop(String enter, Optional<Cluster> cluster) {
    forgetTypedAhead();
    while (true) {
      screen.ask(
          screen.dim(
                  phrases.say(
                      "Enter: " + enter + " · s state · l log · c run on · q quit · ? help"))
              + " > ");
      Key key = Key.of(read());
      switch (key.action()) {
        case GO_ON -> {
          return;
        }
        case RUN_SCENARIO -> {
          untilScenarioEnd = true;
          return;
        }
        case RUN_ALL -> {
          untilEnd = true;
          return;
        }
        case QUIT -> {
          ended = true;
          screen.print(phrases.say("Clearing up …"));
          return;
        }
        case STATE -> screen.print(cluster.map(one -> new ClusterState(one).told()).orElse(NONE));
        case LOG -> screen.print(cluster.map(one -> log(one, key.argument())).orElse(NONE));
        case HELP ->
            screen.print(
                KEYS.formatted(enter).lines().map(phrases::say).collect(Collectors.joining("\n")));
      }
    }
  }

  private static String log(Cluster cluster, String name) {
    ClusterState state = new ClusterState(cluster);
    try {
      return state
          .log(name)
          .orElseGet(
              () ->
                  "Whose log? l leader, l replica, or l and one of "
                      + String.join(", ", state.containerNames()));
    } catch (RuntimeException e) {
      return "No log: " + e.getMessage();
    }
  }

  /** An Enter too many while a step was carried out is not meant for the next one. */
  private void forgetTypedAhead() {
    try {
      while (Screen.interactive() && input.ready()) {
        input.read();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read() {
    try {
      String line = input.readLine();
      if (line == null) {
        screen.print("");
      }
      return line;
    } catch (IOException e) {
      return null;
    }
  }
}
