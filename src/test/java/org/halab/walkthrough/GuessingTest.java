package org.halab.walkthrough;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import org.halab.domain.Guess;
import org.halab.domain.Guess.Leads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessingTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void asksWhoLeadsAndForHowLongNoWriteSucceeds() {
    assertThat(guess("2\n12\n"))
        .contains(new Guess(Optional.of(Leads.OTHER), Optional.of(Duration.ofSeconds(12))));
    assertThat(printed.toString(UTF_8))
        .containsSubsequence("Who leads after it", " > ", "For how many seconds", " > ");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "30, 30000", "30 s, 30000", "8.5, 8500", "'8,5 с', 8500", "7 сек., 7000"})
  void takesSecondsAsPeopleWriteThem(String typed, long millis) {
    assertThat(guess("\n" + typed + "\n").orElseThrow().withoutWrites())
        .contains(Duration.ofMillis(millis));
  }

  @Test
  void tellsWhatIsNoAnswerAndAsksAgain() {
    assertThat(guess("4\nthe other\n 3 \nsoon\n-1\n99999\n40\n"))
        .contains(new Guess(Optional.of(Leads.NOBODY), Optional.of(Duration.ofSeconds(40))));
    assertThat(printed.toString(UTF_8))
        .containsSubsequence("\"4\" is no answer", "\"the other\" is no answer")
        .containsSubsequence("\"soon\" is", "\"-1\" is", "\"99999\" is");
  }

  @Test
  void enterLeavesAQuestionOpen() {
    assertThat(guess("\n\n")).isEmpty();
    assertThat(guess("1\n\n")).contains(new Guess(Optional.of(Leads.SAME), Optional.empty()));
  }

  @Test
  void theEndOfTheInputLeavesBothOpen() {
    assertThat(guess("")).isEmpty();
  }

  private Optional<Guess> guess(String typed) {
    Screen screen = new Screen(new PrintStream(printed, true, UTF_8), false, 80);
    return new Guessing(new Typed(new BufferedReader(new StringReader(typed))), screen).ask();
  }
}
