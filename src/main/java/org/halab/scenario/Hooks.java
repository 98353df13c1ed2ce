package org.halab.scenario;

import io.cucumber.java.After;
import io.cucumber.java.AfterAll;
import io.cucumber.java.Before;
import io.cucumber.java.BeforeAll;
import io.cucumber.java.Scenario;

/** Opens and closes the lab, and each scenario's world. */
public final class Hooks {
  private final World world;

  public Hooks(World world) {
    this.world = world;
  }

  @BeforeAll
  public static void open() {
    Lab.open();
  }

  @AfterAll
  public static void close() {
    Lab.close();
  }

  @Before
  public void begin(Scenario scenario) {
    world.begin(scenario);
  }

  @After
  public void end(Scenario scenario) throws Exception {
    try {
      if (scenario.isFailed() && world.hasCluster()) {
        world.evidence().failure(world.cluster());
      }
    } finally {
      world.end();
    }
  }
}
