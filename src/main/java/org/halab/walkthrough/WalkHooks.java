package org.halab.walkthrough;

import io.cucumber.java.After;
import io.cucumber.java.AfterStep;
import io.cucumber.java.Before;
import io.cucumber.java.BeforeStep;
import io.cucumber.java.Scenario;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halab.cluster.Cluster;
import org.halab.domain.Guess;
import org.halab.message.Message;
import org.halab.page.Pace;
import org.halab.report.GuessStory;
import org.halab.scenario.World;
import org.opentest4j.TestAbortedException;

/** Stops before each step and after each scenario, and shows what a step has led to. */
public final class WalkHooks {
  /** Before the hook that closes the scenario's world. */
  private static final int FIRST_TO_RUN_AFTERWARDS = 20_000;

  private static final String MARGIN = "      ";

  private final World world;
  private final Walk walk = Walk.current();

  public WalkHooks(World world) {
    this.world = world;
  }

  @Before
  public void scenario() {
    skipIfEnded();
    walk.scenarioBegins();
  }

  @BeforeStep
  public void stop() throws SQLException {
    skipIfEnded();
    boolean mayStop = walk.mayStop();
    String does = walk.next().does();
    if (!does.isEmpty()) {
      does = Placeholders.of(mayStop ? cluster() : Optional.empty()).fill(does);
      print("→ ", does);
    }
    if (mayStop) {
      Pace.ofThisRun().comes(walk.nextWords(), does);
      walk.stops().beforeStep(Message.of("walkthrough.carryOut"), cluster());
      skipIfEnded();
      if (Walk.guesses() && walk.stops().attended() && walk.next().fault()) {
        guess();
      }
    } else {
      walk.screen().print(MARGIN + walk.screen().dim(Message.of("walkthrough.atOnce").toString()));
    }
    walk.stepBegins();
  }

  /** Only what clients will measure can be guessed. */
  private void guess() throws SQLException {
    if (world.canBeGuessed()) {
      Optional<Guess> guess = walk.guessing().ask();
      if (guess.isPresent()) {
        world.experiment().guess(guess.get());
      }
    }
  }

  @AfterStep
  public void show() {
    if (world.hasCluster() && !walk.followedAtOnce()) {
      ClusterState state = new ClusterState(world.cluster());
      Instant began = walk.stepBegan();
      state
          .happenedSince(began)
          .forEach(happening -> print(Message.of("walkthrough.log") + " ", happening));
      print(Message.of("walkthrough.now") + " ", state.inOneLine().toString());
      Placeholders placeholders = Placeholders.of(cluster());
      List<String> tries = walk.next().tries();
      if (!tries.isEmpty()) {
        walk.screen().print(MARGIN + Message.of("walkthrough.tryYourself"));
        tries.forEach(one -> walk.screen().print(MARGIN + "  " + placeholders.fill(one)));
      }
    }
  }

  @After(order = FIRST_TO_RUN_AFTERWARDS)
  public void scenarioEnds(Scenario scenario) throws SQLException {
    if (!walk.stops().ended()) {
      world.guessed().ifPresent(this::compare);
      walk.screen()
          .print(
              "\n  "
                  + Message.of("walkthrough.scenario").with("status", scenario.getStatus().name()));
      Pace.ofThisRun().comes("", "");
      walk.stops().afterScenario(Message.of("walkthrough.goOn"), cluster());
    }
  }

  private void compare(GuessStory story) {
    walk.screen().print("\n" + MARGIN + Message.of("walkthrough.guess.beside"));
    walk.screen().print(TerminalText.excerpt(story.table().toString(), MARGIN, 10));
    story.told().forEach(sentence -> print("• ", sentence.toString()));
  }

  private Optional<Cluster> cluster() {
    return world.hasCluster() ? Optional.of(world.cluster()) : Optional.empty();
  }

  /** Cucumber then skips what is left, and ends in order. */
  private void skipIfEnded() {
    if (walk.stops().ended()) {
      throw new TestAbortedException("The walk was ended");
    }
  }

  private void print(String mark, String text) {
    int width = walk.screen().width();
    String wrapped = TerminalText.wrapped(text, MARGIN + " ".repeat(mark.length()), width);
    walk.screen().print(MARGIN + mark + wrapped.substring(MARGIN.length() + mark.length()));
  }
}
