package org.halab.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("terminal")
class LiveViewInTerminalTest {
  private static final String[] FEATURES = {"surefire:test@features", "-Dgroups=G2.1"};
  private static final String MARK = "▸";
  private static final String WHOLE_SCREEN_SCROLLS = "\033[r";

  @Test
  void saysWhereItIsWhatItWaitsForAndWhoLeads() throws Exception {
    try (MavenInTerminal maven = MavenInTerminal.start(FEATURES)) {
      maven.awaitText(MARK + " Replication › Both nodes take connections of the guide's user");
      maven.awaitText("Given a running cluster · ");
      maven.awaitText("waits ");
      maven.awaitText(" of at most ");
      maven.awaitText("leader: postgresql");
      maven.awaitText("PASSED  Replication");
      maven.awaitText(WHOLE_SCREEN_SCROLLS);

      assertThat(maven.awaitExit()).isZero();
      String afterwards =
          maven.output().substring(maven.output().lastIndexOf(WHOLE_SCREEN_SCROLLS));
      assertThat(afterwards).contains("BUILD SUCCESS").doesNotContain(MARK);
    }
  }

  @Test
  void givesTheScreenBackAfterTheInterruptKey() throws Exception {
    try (MavenInTerminal maven = MavenInTerminal.start(FEATURES)) {
      maven.awaitText(MARK + " Replication");

      maven.type("\003");

      maven.awaitText(WHOLE_SCREEN_SCROLLS);
      maven.awaitExit();
    }
  }

  @Test
  void isQuietInBatchMode() throws Exception {
    try (MavenInTerminal maven =
        MavenInTerminal.start(
            "-B",
            FEATURES[0],
            "-Dcucumber.features=features/1-cluster/deployment.feature",
            "-Dcucumber.filter.name=The second node's file.*")) {
      maven.awaitText("PASSED  Deploying the cluster");
      maven.awaitText("BUILD SUCCESS");

      assertThat(maven.awaitExit()).isZero();
      assertThat(maven.output()).doesNotContain(MARK, WHOLE_SCREEN_SCROLLS);
    }
  }
}
