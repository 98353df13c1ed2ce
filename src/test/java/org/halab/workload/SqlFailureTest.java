package org.halab.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.halab.domain.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFailureTest {
  @ParameterizedTest
  @ValueSource(strings = {"25006", "53300", "42P01"})
  void anErrorBeforeTheCommitIsARejection(String state) {
    assertThat(SqlFailure.outcomeOf(new SQLException("no", state))).isEqualTo(Outcome.REJECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "57014", "XX000"})
  void aBrokenConnectionAndAShutdownLeaveItOpen(String state) {
    assertThat(SqlFailure.outcomeOf(new SQLException("no", state))).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void anErrorWithoutAStateLeavesItOpen() {
    assertThat(SqlFailure.outcomeOf(new SQLException("no"))).isEqualTo(Outcome.UNKNOWN);
    assertThat(SqlFailure.outcomeOf(new IllegalStateException())).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void describesWithTheStateAndTheFirstLine() {
    assertThat(SqlFailure.describe(new SQLException("read-only\n  Position: 1", "25006")))
        .isEqualTo("25006 read-only");
  }
}
