package org.halab.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.halab.engine.Engine;
import org.halab.engine.EngineSetup;
import org.halab.engine.Labels;
import org.halab.observe.Sql;
import org.halab.observe.TcpPort;
import org.halab.options.Outputs;
import org.halab.stack.Login;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("terminal")
class WalkthroughInTerminalTest {
  private static final String WALK = "-Dlab.walk=G2.1";
  private static final String STOP = "? help";

  /** The line of the scenario in which the leader is stopped while clients work. */
  private static final int STOPPED = 14;

  private static final List<Integer> PORTS = List.of(5432, 5433, 5434, 7000, 2181);
  private static Engine engine;

  @BeforeAll
  static void engine() {
    engine = new EngineSetup(Path.of("docker").toAbsolutePath(), line -> {}).ensure();
  }

  @Test
  void goesFromTheFirstStepToTheQuitAndLeavesNothingBehind() throws Exception {
    try (MavenInTerminal maven = MavenInTerminal.start("-q", "test", WALK)) {
      maven.awaitText("Scenario: Both nodes take connections of the guide's user");
      maven.awaitText("Given a running cluster");
      maven.awaitText(STOP);
      assertThat(PORTS).noneMatch(WalkthroughInTerminalTest::opens);

      maven.type("\n");
      maven.awaitText("waits ");
      maven.awaitText(" of at most ");
      maven.awaitText("sync standby");
      maven.awaitText("When a client connects to both nodes");
      maven.awaitText(STOP);
      String project = projectOf("pg-master");
      assertThat(PORTS).allMatch(WalkthroughInTerminalTest::opens);
      assertThat(List.of(projectOf("pg-slave"), projectOf("zoo"), projectOf("postgres_entrypoint")))
          .containsOnly(project);
      assertThat(clientOf(5432).query("SELECT pg_is_in_recovery()").value()).isEqualTo("f");

      maven.type("s\n");
      maven.awaitText("Members, as Patroni reports them:");
      maven.awaitText("behind the entrypoint:");
      maven.awaitText(STOP);
      maven.type("l leader\n");
      maven.awaitText("all of it: docker logs pg-");
      maven.awaitText(STOP);
      maven.type("c\n");
      maven.awaitText("This scenario has passed");
      maven.awaitText(STOP);
      maven.type("q\n");
      maven.awaitText("containers, networks and volumes are removed");

      assertThat(maven.awaitExit()).isZero();
      assertNothingLeftOf(project);
    }
  }

  @Test
  void isClearedUpAfterTheInterruptKeyToo() throws Exception {
    try (MavenInTerminal maven = MavenInTerminal.start("-q", "test", WALK)) {
      maven.awaitText(STOP);
      maven.type("\n");
      maven.awaitText(STOP);
      String project = projectOf("pg-master");

      maven.type("\003");

      maven.awaitExit();
      assertNothingLeftOf(project);
    }
  }

  @Test
  void theEndOfTheInputQuits() throws Exception {
    try (MavenInTerminal maven = MavenInTerminal.start("-q", "test", WALK)) {
      maven.awaitText(STOP);

      maven.type("\004");

      maven.awaitText("containers, networks and volumes are removed");
      assertThat(maven.awaitExit()).isZero();
    }
  }

  @Test
  void saysWhichPortIsTakenAndByWhat() throws Exception {
    try (ServerSocket taken = new ServerSocket(7000, 1, InetAddress.getLoopbackAddress());
        MavenInTerminal maven = MavenInTerminal.start("-q", "test", WALK)) {
      maven.awaitText("port " + taken.getLocalPort() + ": the program ");
      maven.awaitText("process " + ProcessHandle.current().pid());
      assertThat(maven.awaitExit()).isNotZero();
      assertThat(maven.output()).doesNotContain(STOP);
    }
  }

  @Test
  void asksForAGuessBeforeAFaultAndSetsItBesideTheMeasurement() throws Exception {
    try (MavenInTerminal maven =
        MavenInTerminal.start(
            "-q",
            "test",
            "-Dlab.walk=features/tasks/leader-loss.feature:" + STOPPED,
            "-Dlab.predict")) {
      maven.awaitText("Given a running cluster");
      maven.awaitText(STOP);
      maven.type("\n");
      maven.awaitText("And clients write and read");
      maven.awaitText(STOP);
      maven.type("\n");
      maven.awaitText("When the leader is stopped");
      maven.awaitText(STOP);
      maven.type("\n");
      maven.awaitText("Who leads after it");
      maven.type("nobody at all\n");
      maven.awaitText("is no answer to this");
      maven.awaitText("Who leads after it");
      maven.type("2\n");
      maven.awaitText("For how many seconds");
      maven.type("60\n");
      maven.awaitText(STOP);
      maven.type("C\n");
      maven.awaitText("Your guess beside what was measured");
      maven.awaitText("Who leads was guessed right");
      maven.awaitText("The time was guessed too long by");
      maven.awaitText("This scenario has passed");
      maven.awaitText("containers, networks and volumes are removed");

      assertThat(maven.awaitExit()).isZero();
      assertThat(Files.readString(Outputs.REPORT.resolve("index.html")))
          .contains("Guessed before the fault, allowed, and measured", "<td>60.0 s</td>");
    }
  }

  @Test
  void doesNotAskInBatchModeNorAfterRunningOn() throws Exception {
    String scenario = "-Dlab.walk=features/tasks/leader-loss.feature:" + STOPPED;
    try (MavenInTerminal maven =
        MavenInTerminal.start("-q", "-B", "test", scenario, "-Dlab.predict")) {
      maven.awaitText(STOP);
      maven.type("\n");
      maven.awaitText("And clients write and read");
      maven.awaitText(STOP);
      maven.type("\n");
      maven.awaitText("When the leader is stopped");
      maven.awaitText(STOP);
      maven.type("\n");
      maven.awaitText("Then the other node becomes the leader");
      maven.awaitText(STOP);
      maven.type("q\n");
      maven.awaitExit();
      assertThat(maven.output()).doesNotContain("Who leads after it");
    }
    try (MavenInTerminal maven = MavenInTerminal.start("-q", "test", scenario, "-Dlab.predict")) {
      maven.awaitText(STOP);
      maven.type("C\n");
      maven.awaitText("This scenario has passed");
      maven.awaitExit();
      assertThat(maven.output()).doesNotContain("Who leads after it");
    }
  }

  private static boolean opens(int port) {
    return TcpPort.opens(InetSocketAddress.createUnresolved("127.0.0.1", port));
  }

  private static Sql clientOf(int port) {
    return new Sql(
        () -> InetSocketAddress.createUnresolved("127.0.0.1", port),
        new Login("postgres", "postgres"));
  }

  private static String projectOf(String container) {
    Map<String, String> labels = engine.container(container).labels();
    assertThat(labels).as("labels of " + container).containsKey(Labels.RUN);
    return labels.get(Labels.COMPOSE_PROJECT);
  }

  private static void assertNothingLeftOf(String project) {
    Map<String, String> labels = Labels.ofProject(project);
    assertThat(engine.containers(labels)).isEmpty();
    assertThat(engine.networks(labels)).isEmpty();
    assertThat(engine.volumes(labels)).isEmpty();
    assertThat(PORTS).noneMatch(WalkthroughInTerminalTest::opens);
  }
}
