package org.halab.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outcome;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static final Instant NOW = Instant.parse("2030-01-01T12:00:00.500Z");
  private static final int LAST = Rates.SECONDS - 1;

  @Test
  void writesCountInTheSecondInWhichTheyWereAnswered() {
    PageState.Chart chart =
        chart(
            write("11:59:59.000", 10, Outcome.ACKNOWLEDGED),
            write("11:59:59.999", 30, Outcome.ACKNOWLEDGED),
            write("11:59:59.500", 20, Outcome.ACKNOWLEDGED),
            write("11:59:58.100", 4000, Outcome.UNKNOWN),
            write("11:59:58.200", 4000, Outcome.REJECTED));

    assertThat(chart.end()).isEqualTo(NOW.getEpochSecond() - 1);
    assertThat(chart.written().subList(LAST - 1, LAST + 1)).containsExactly(0, 3);
    assertThat(chart.failed().subList(LAST - 1, LAST + 1)).containsExactly(2, 0);
    assertThat(chart.median().subList(LAST - 1, LAST + 1)).containsExactly(null, 20L);
    assertThat(chart.worst().subList(LAST - 1, LAST + 1)).containsExactly(null, 30L);
  }

  @Test
  void whatIsOlderNotOverYetOrAReadDoesNotCount() {
    PageState.Chart chart =
        chart(
            write("11:57:59.999", 1, Outcome.ACKNOWLEDGED),
            write("12:00:00.100", 1, Outcome.ACKNOWLEDGED),
            operation(Kind.READ, "11:59:59.000", 1, Outcome.ACKNOWLEDGED));

    assertThat(chart.written()).hasSize(Rates.SECONDS).containsOnly(0);
    assertThat(chart.failed()).hasSize(Rates.SECONDS).containsOnly(0);
  }

  @Test
  void clientsFareAsTheLastSecondsTell() {
    assertThat(ClientsFare.of(false, null).name()).isEqualTo("none");
    assertThat(fare()).isEqualTo("waiting");
    assertThat(fare(write("11:59:59.000", 1, Outcome.ACKNOWLEDGED))).isEqualTo("served");
    assertThat(fare(write("11:59:59.000", 1, Outcome.REJECTED))).isEqualTo("failing");
    assertThat(fare(write("11:59:50.000", 1, Outcome.ACKNOWLEDGED))).isEqualTo("waiting");
  }

  private static String fare(Operation... operations) {
    return ClientsFare.of(true, chart(operations)).name();
  }

  private static PageState.Chart chart(Operation... operations) {
    return new Rates(List.of(operations), NOW).chart(List.of());
  }

  private static Operation write(String ended, int millis, Outcome outcome) {
    return operation(Kind.WRITE, ended, millis, outcome);
  }

  private static Operation operation(Kind kind, String ended, int millis, Outcome outcome) {
    Instant end = Instant.parse("2030-01-01T" + ended + "Z");
    return new Operation(kind, 1, end.minusMillis(millis), end, outcome, "");
  }
}
