package org.halab.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;

class DialogueTest {
  private static final Instant BROKEN = Instant.parse("2026-01-01T12:00:00Z");
  private static final Happened HAPPENED =
      new Happened(
          Message.text("broken on purpose"),
          List.of(Message.text("look"), Message.text("look here"), Message.text("do this")),
          Message.text("foresight"),
          List.of(),
          List.of());
  private static final NotWell MISSING = new NotWell(Message.text("a leader"), "none");

  private final List<String> said = new ArrayList<>();
  private final Deque<List<NotWell>> looks = new ArrayDeque<>();

  @Test
  void hintsComeInTheirOrderAndThenNoMore() {
    Protocol protocol = over("hint\nhint\nhint\nhint\ngive up\n");

    assertThat(String.join("\n", said))
        .containsSubsequence(
            "Hint 1 of 3: look\n",
            "90 points",
            "Hint 2 of 3: look here\n",
            "70 points",
            "Hint 3 of 3: do this\n",
            "40 points",
            "no more hints");
    assertThat(protocol.hints()).isEqualTo(3);
  }

  @Test
  void aCheckThatMissesSomethingSaysWhatAndAsksAgain() {
    looks.add(List.of(MISSING));
    looks.add(List.of());

    Protocol protocol = over("check\ncheck\nhint\n");

    assertThat(said).contains("  - expected a leader; seen: none");
    assertThat(protocol.mended()).contains(BROKEN.plusSeconds(60));
    assertThat(protocol.checks()).isEqualTo(2);
    assertThat(protocol.hints()).isZero();
  }

  @Test
  void whoeverGivesUpHasMendedNothing() {
    assertThat(over("give up\n").mended()).isEmpty();
    assertThat(over("q\n").mended()).isEmpty();
    assertThat(over("").mended()).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsAnsweredWithWhatCanBeSaid() {
    over("psql\n\ng\n");

    assertThat(said).hasSize(2).allSatisfy(one -> assertThat(one).contains("3 left", "10 points"));
  }

  @Test
  void nothingOfWhatItIsIsToldMeanwhile() {
    looks.add(List.of(MISSING));

    over("help\ncheck\ngive up\n");

    assertThat(String.join("\n", said)).doesNotContain("broken on purpose", "foresight");
  }

  private Protocol over(String typed) {
    return new Dialogue(
            new BufferedReader(new StringReader(typed)),
            question -> {},
            said::add,
            allWell -> {
              List<NotWell> seen = looks.remove();
              if (seen.isEmpty()) {
                allWell.run();
              }
              return seen;
            },
            Clock.fixed(BROKEN.plusSeconds(60), ZoneOffset.UTC))
        .over(HAPPENED, BROKEN);
  }
}
