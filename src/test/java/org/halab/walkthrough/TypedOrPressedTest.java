package org.halab.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.halab.message.Message;
import org.halab.page.Pace;
import org.halab.timing.Deadline;
import org.halab.timing.Wait;
import org.junit.jupiter.api.Test;

class TypedOrPressedTest {
  private static final Message ENTER = Message.text("carry it out");
  private static final Deadline SOON =
      new Deadline(Message.text("soon"), Duration.ofSeconds(20), Message.text("a busy machine"));

  @Test
  void linesComeInTheirOrderAndThenTheEnd() throws IOException {
    Answers answers =
        new TypedOrPressed(new BufferedReader(new StringReader("s\n\n")), Pace.ofThisRun());

    assertThat(answers.next(ENTER)).isEqualTo("s");
    assertThat(answers.next(ENTER)).isEmpty();
    assertThat(answers.next(ENTER)).isNull();
  }

  @Test
  void whoGoesOnAtThePageAnswersOnce() throws Exception {
    Pace pace = new Pace();
    try (PipedWriter keyboard = new PipedWriter()) {
      Answers answers = new TypedOrPressed(new BufferedReader(new PipedReader(keyboard)), pace);
      CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> next(answers));
      new Wait(() -> "").until(SOON, Message.text("the stop to be left"), () -> pace.goOnFrom(1));

      assertThat(answer.get()).isEqualTo(Answers.ELSEWHERE);
      assertThat(pace.goOnFrom(1)).isFalse();

      keyboard.write("l leader\n");
      keyboard.flush();
      assertThat(answers.next(ENTER)).isEqualTo("l leader");
    }
  }

  private static String next(Answers answers) {
    try {
      return answers.next(ENTER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
