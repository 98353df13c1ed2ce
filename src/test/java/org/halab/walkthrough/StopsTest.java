package org.halab.walkthrough;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.util.Optional;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;

class StopsTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void enterGoesOn() throws IOException {
    BufferedReader input = typed("\nrest");
    Stops stops = stops(input);

    stops.beforeStep(Message.text("carry it out"), Optional.empty());

    assertThat(stops.ended()).isFalse();
    assertThat(printed.toString(UTF_8)).startsWith("Enter: carry it out ·").endsWith("> ");
    assertThat(input.readLine()).isEqualTo("rest");
  }

  @Test
  void otherKeysAreAnsweredAndAskAgain() {
    stops(typed("s\nl leader\nx\n\n")).beforeStep(Message.text("carry it out"), Optional.empty());

    assertThat(printed.toString(UTF_8))
        .containsSubsequence("No cluster runs yet.", "No cluster runs yet.", "NAME  the end of");
  }

  @Test
  void runsOnToTheEndOfTheScenario() throws IOException {
    BufferedReader input = typed("c\n\n\nrest");
    Stops stops = stops(input);

    stops.beforeStep(Message.text("first"), Optional.empty());
    stops.beforeStep(Message.text("second"), Optional.empty());
    stops.afterScenario(Message.text("go on"), Optional.empty());
    stops.beforeStep(Message.text("of the next scenario"), Optional.empty());

    assertThat(printed.toString(UTF_8)).doesNotContain("second").contains("go on", "of the next");
    assertThat(input.readLine()).isEqualTo("rest");
  }

  @Test
  void runsOnToTheEndOfTheWalk() throws IOException {
    BufferedReader input = typed("C\nrest");
    Stops stops = stops(input);

    stops.beforeStep(Message.text("first"), Optional.empty());
    stops.afterScenario(Message.text("go on"), Optional.empty());
    stops.beforeStep(Message.text("of the next scenario"), Optional.empty());

    assertThat(input.readLine()).isEqualTo("rest");
  }

  @Test
  void endsByKeyAndByTheEndOfTheInput() {
    Stops byKey = stops(typed("q\n"));
    Stops byEnd = stops(typed(""));

    byKey.beforeStep(Message.text("first"), Optional.empty());
    byEnd.beforeStep(Message.text("first"), Optional.empty());

    assertThat(byKey.ended()).isTrue();
    assertThat(byEnd.ended()).isTrue();
  }

  @Test
  void whatHasEndedAsksNothing() throws IOException {
    BufferedReader input = typed("q\nrest");
    Stops stops = stops(input);

    stops.beforeStep(Message.text("first"), Optional.empty());
    stops.afterScenario(Message.text("go on"), Optional.empty());

    assertThat(input.readLine()).isEqualTo("rest");
  }

  private Stops stops(BufferedReader input) {
    return new Stops(
        new Typed(input), new Screen(new PrintStream(printed, true, UTF_8), false, 80));
  }

  private static BufferedReader typed(String text) {
    return new BufferedReader(new StringReader(text));
  }
}
