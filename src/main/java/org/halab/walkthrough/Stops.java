package org.halab.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.halab.cluster.Cluster;
import org.halab.message.Message;

/** Where the walk stops and asks a person whether and how to go on. */
final class Stops {
  private static final Message NONE = Message.of("walkthrough.noCluster");

  private final Answers answers;
  private final Screen screen;
  private boolean untilEnd;
  private boolean untilScenarioEnd;
  private boolean ended;
  private boolean attended;

  Stops(Answers answers, Screen screen) {
    this.answers = answers;
    this.screen = screen;
  }

  /** Whether the walk was ended here. */
  boolean ended() {
    return ended;
  }

  /** Whether a person has just said to go on, and can be asked for more. */
  boolean attended() {
    return attended;
  }

  /**
   * Asks until the person goes on, runs on, or quits.
   *
   * @param enter what Enter does: completes "Enter: …"
   * @param cluster what to show the state and the logs of
   */
  void beforeStep(Message enter, Optional<Cluster> cluster) {
    attended = false;
    if (!untilScenarioEnd && !untilEnd && !ended) {
      stop(enter, cluster);
    }
  }

  /** The same at the end of a scenario, where {@code c} runs through the next one. */
  void afterScenario(Message enter, Optional<Cluster> cluster) {
    untilScenarioEnd = false;
    beforeStep(enter, cluster);
  }

  private void stop(Message enter, Optional<Cluster> cluster) {
    forgetTypedAhead();
    while (true) {
      screen.ask(
          screen.dim(Message.of("walkthrough.prompt").with("enter", enter).toString()) + " > ");
      Key key = Key.of(read(enter));
      switch (key.action()) {
        case GO_ON -> {
          attended = true;
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
          say(Message.of("walkthrough.clearingUp"));
          return;
        }
        case STATE -> say(cluster.map(one -> new ClusterState(one).told()).orElse(NONE));
        case LOG -> say(cluster.map(one -> log(one, key.argument())).orElse(NONE));
        case HELP -> say(Message.of("walkthrough.keys").with("enter", enter));
      }
    }
  }

  private void say(Message message) {
    screen.print(message.toString());
  }

  private static Message log(Cluster cluster, String name) {
    ClusterState state = new ClusterState(cluster);
    try {
      return state
          .log(name)
          .orElseGet(
              () -> Message.of("walkthrough.whoseLog").with("containers", state.containerNames()));
    } catch (RuntimeException e) {
      return Message.of("walkthrough.noLog").with("reason", e.getMessage());
    }
  }

  private void forgetTypedAhead() {
    try {
      answers.forgetTypedAhead();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(Message enter) {
    try {
      String line = answers.next(enter);
      if (line == null || line.equals(Answers.ELSEWHERE)) {
        screen.print("");
      }
      return line;
    } catch (IOException e) {
      return null;
    }
  }
}
