package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import org.halab.matrix.Matrix;
import org.halab.matrix.Row;
import org.halab.matrix.WrongSettings;
import org.halab.message.Message;
import org.halab.scenario.World;

/** The lab tries itself. */
public final class WrongSettingSteps {
  private final World world;
  private List<Row> rows = List.of();

  public WrongSettingSteps(World world) {
    this.world = world;
  }

  @When("each wrong setting of {string} is tried with the scenarios that must notice it")
  public void tried(String part) {
    rows = new Matrix().carryOut(part);
  }

  @When("the scenarios that must notice wrong settings are carried out on the unchanged files")
  public void unchanged() {
    rows = new Matrix().carryOut(WrongSettings.UNCHANGED);
  }

  @Then("each turns a scenario red for its own reason, or it is known why none is")
  public void noticed() {
    asExpected();
  }

  @Then("all of them are green")
  public void green() {
    asExpected();
  }

  private void asExpected() {
    world.evidence().show(Message.of("matrix.table"), Matrix.table(rows));
    assertThat(Matrix.surprises(rows))
        .as("%s", Message.of("matrix.surprises").with("place", new Matrix().directory()))
        .isEmpty();
  }
}
