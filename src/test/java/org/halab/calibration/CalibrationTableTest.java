package org.halab.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.halab.checker.failover.Event.Kind;
import org.halab.domain.ReplicationSettings;
import org.halab.report.model.Experiment;
import org.halab.timing.Stage;
import org.junit.jupiter.api.Test;

class CalibrationTableTest {
  private static final String REPLICA = "the replica is killed";

  @Test
  void aFaultHasOneLineOfAllItsRuns() {
    String table = CalibrationTable.of(List.of(lost(2), lost(5.5), lost(9))).markdown();

    assertThat(table)
        .contains("For 1 of 1 faults all three claims hold of the whole")
        .contains("| the replica is killed | improved | 3 |")
        .contains("| 5.50 (2.00 – 9.00) | 9.00 | 100 % | 1.1");
  }

  @Test
  void whatDoesNotHoldIsMarked() {
    String table = CalibrationTable.of(List.of(lost(20), lost(21), lost(22))).markdown();

    assertThat(table)
        .contains("For 0 of 1 faults")
        .contains("| 0 % (no) | 0.")
        .contains("(no) |\n");
  }

  @Test
  void runsUnderOtherSettingsHaveALineOfTheirOwn() {
    Experiment recorded =
        Records.of(REPLICA).with(ReplicationSettings.SENDER_TIMEOUT, 60).outage(0, 5, 5).made();
    Experiment slower = Records.of(REPLICA).with("loop_wait", 30).outage(0, 15, 14).made();

    assertThat(Comparison.of(List.of(lost(5), recorded, slower)))
        .extracting(row -> row.measured().count())
        .as("a default is the same, whether it was recorded or not")
        .containsExactly(2, 1);
  }

  @Test
  void aStageThatIsOverBeforeAnybodyLooksHasNoLine() {
    Experiment killed =
        Records.of("the leader is killed")
            .outage(0, 30.5, 30.2)
            .event(Kind.LOCK_GONE, 29.6)
            .event(Kind.WRITE_TAKEN, 30.1, Map.of("node", "pg-slave"))
            .up("pg-slave", 30)
            .made();

    assertThat(Comparison.of(List.of(killed)))
        .extracting(Row::stage)
        .as("with checks every 0.2 s the entrypoint leads there before PostgreSQL takes writes")
        .containsExactly(Stage.KEY_FREE, Stage.LEADS, Stage.SERVED, Stage.WRITES_AGAIN);
  }

  @Test
  void whatIsNotComputedHasNoLine() {
    assertThat(
            Comparison.of(
                List.of(
                    Records.of("the leader's disk is full").outage(0, 5, 4).made(),
                    Records.of(null).outage(0, 5, 4).made(),
                    Records.of(REPLICA).role("postgresql2").outage(0, 5, 4).made())))
        .isEmpty();
  }

  @Test
  void programsReadTheSame() throws IOException {
    JsonNode rows =
        new ObjectMapper().readTree(CalibrationTable.of(List.of(lost(2), lost(5.5))).json());

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).path("stage").asText()).isEqualTo("WRITES_AGAIN");
    assertThat(rows.get(0).path("runs").asInt()).isEqualTo(2);
    assertThat(rows.get(0).path("measured").path("most").asDouble()).isEqualTo(5.5);
    assertThat(rows.get(0).path("verdicts").path("underHighest").asText()).isEqualTo("HOLDS");
  }

  private static Experiment lost(double seconds) {
    return Records.of(REPLICA).outage(0.1, seconds, seconds - 0.2).made();
  }
}
