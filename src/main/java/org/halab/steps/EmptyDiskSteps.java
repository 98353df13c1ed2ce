package org.halab.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.sql.SQLException;
import java.util.List;
import org.halab.cluster.Cluster;
import org.halab.cluster.EtcdMembers;
import org.halab.domain.LogLine;
import org.halab.fault.VolumeLost;
import org.halab.message.Message;
import org.halab.observe.DcsFiles;
import org.halab.scenario.World;

/** An etcd member that came back with nothing, and how it is let in again. */
public final class EmptyDiskSteps {
  /** The others have told it that it had begun already, so it must not begin anew. */
  private static final String REFUSED = ".*\"level\":\"fatal\".*has already been bootstrapped.*";

  private final World world;
  private String forgetful;

  public EmptyDiskSteps(World world) {
    this.world = world;
  }

  @Then("it ends itself again and again, for the others know it as one that has begun before")
  public void endsItself() throws SQLException {
    Cluster cluster = world.cluster();
    List<LogLine> lines =
        cluster
            .waits()
            .until(
                cluster.deadlines().memberAnswers(),
                Message.of("steps.wait.endsAgain"),
                this::lastWords,
                seen -> seen.size() > 1)
            .value();
    forgetful = lines.get(0).service();
    world.evidence().showLog(Message.of("steps.logOf").with("part", forgetful), lines);
  }

  private List<LogLine> lastWords() throws SQLException {
    Cluster cluster = world.cluster();
    for (String service : cluster.project().stack().dcs().services()) {
      List<LogLine> words =
          cluster.access(service).logs(world.experiment().fault().at()).stream()
              .filter(line -> line.text().matches(REFUSED))
              .toList();
      if (!words.isEmpty()) {
        return words;
      }
    }
    return List.of();
  }

  @When("the others are told to forget it, and it is added as a new member")
  public void addedAnew() throws SQLException {
    Cluster cluster = world.cluster();
    String other =
        cluster.project().stack().dcs().services().stream()
            .filter(one -> !one.equals(forgetful))
            .findFirst()
            .orElseThrow();
    String data = new DcsFiles(cluster.access(other)).etcdData();
    new EtcdMembers(cluster).expectAnew(forgetful);
    VolumeLost disk = new VolumeLost(cluster.project(), cluster.access(forgetful), data);
    disk.inflict();
    disk.heal();
    world.experiment().heal();
  }
}
