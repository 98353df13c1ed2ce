package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.halab.domain.MessageTable;
import org.halab.domain.Table;
import org.halab.fault.Faults;
import org.halab.message.Message;
import org.halab.options.Options;
import org.halab.record.Progress;
import org.halab.scenario.World;
import org.halab.storm.Draw;
import org.halab.storm.Hit;
import org.halab.storm.Storm;
import org.halab.storm.Strike;
import org.halab.storm.Struck;

/** Faults that are drawn by chance, and such as were drawn once and are struck again. */
public final class StormSteps {
  /** Of more than these it is not looked for the fewest faults: a storm has to come to its end. */
  private static final int SHRUNK = 3;

  private final World world;
  private final List<Struck> all = new ArrayList<>();

  public StormSteps(World world) {
    this.world = world;
  }

  @When("faults drawn by chance strike, one strike after the other")
  public void drawn() throws SQLException {
    long seed = Options.ofThisRun().stormSeed();
    say(Message.of("steps.storm.seed").with("seed", seed));
    Instant begin = Instant.now();
    Instant end = Options.ofThisRun().stormLimit().map(begin::plus).orElse(Instant.MAX);
    for (Strike strike : Draw.strikes(seed, Options.ofThisRun().stormStrikes())) {
      if (Instant.now().isBefore(end)) {
        all.add(strike(strike));
      }
    }
    Message drawn =
        Message.of("steps.storm.drawn")
            .with("count", all.size())
            .with("faults", all.stream().mapToInt(one -> one.strike().hits().size()).sum())
            .with("time", Duration.between(begin, Instant.now()))
            .with("seed", seed);
    say(drawn);
    world.evidence().note(drawn);
  }

  @When("these faults strike together:")
  public void given(Table faults) throws SQLException {
    all.add(strike(new Strike(faults.rows().stream().map(StormSteps::hit).toList())));
  }

  /**
   * @param row the fault, when it begins and how long it lasts, both in seconds
   */
  private static Hit hit(List<String> row) {
    return new Hit(Faults.named(row.get(0)).words(), seconds(row.get(1)), seconds(row.get(2)));
  }

  private static Duration seconds(String told) {
    return Duration.ofMillis(Math.round(Double.parseDouble(told) * 1000));
  }

  @Then("the cluster is whole again by itself after each strike, and nothing acknowledged is lost")
  public void survived() throws SQLException {
    world.evidence().show(Message.of("steps.storm.table"), table());
    List<Struck> red = all.stream().filter(Struck::red).toList();
    for (Struck one : red.subList(0, Math.min(SHRUNK, red.size()))) {
      world.evidence().show(Message.of("steps.storm.again"), again(shrunk(one)));
    }
    assertThat(red).as("%s", Message.of("steps.check.storm")).isEmpty();
  }

  private Struck strike(Strike strike) throws SQLException {
    Struck struck = storm().strike(strike);
    if (struck.lost()) {
      world.runningAnew();
    }
    return struck;
  }

  private Storm storm() {
    return new Storm(world.cluster(), world.health(), this::say);
  }

  /**
   * The fewest faults of a strike that are red, as far as striking again finds them: chance may
   * hide one.
   */
  private Strike shrunk(Struck red) throws SQLException {
    Strike fewest = red.strike();
    for (Hit hit : red.strike().hits()) {
      if (fewest.hits().size() > 1 && strike(fewest.without(hit)).red()) {
        fewest = fewest.without(hit);
      }
    }
    return fewest;
  }

  private void say(Message line) {
    Progress.say(
        Message.of("scenario.progress").with("cluster", world.cluster()).with("line", line));
  }

  /** A scenario that can be put into a feature as it stands. */
  private String again(Strike strike) {
    return """
        Scenario: A strike of a storm
          Given a running cluster of the %s stack
          When these faults strike together:
        %s
          Then the cluster is whole again by itself after each strike, and nothing acknowledged is lost
        """
        .formatted(
            world.cluster().project().stack().name(), strike.rows().indent(4).stripTrailing());
  }

  private MessageTable table() {
    return new MessageTable(
        List.of(
            Message.of("steps.storm.number"),
            Message.of("steps.storm.faults"),
            Message.of("steps.storm.whole"),
            Message.of("steps.storm.pause"),
            Message.of("steps.storm.acknowledged"),
            Message.of("steps.storm.complaints")),
        IntStream.range(0, all.size()).mapToObj(i -> row(i + 1, all.get(i))).toList());
  }

  private static List<Object> row(int number, Struck one) {
    return List.of(
        number,
        one.strike(),
        Message.seconds(one.whole()),
        Message.seconds(one.longestPause()),
        one.acknowledged(),
        Message.joined("; ", one.notMade().isEmpty() ? one.complaints() : told(one)));
  }

  private static List<Message> told(Struck one) {
    List<Message> told = new ArrayList<>(one.complaints());
    one.notMade().forEach(not -> told.add(Message.of("steps.storm.notMade").with("fault", not)));
    return told;
  }
}
