package org.halab.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.halab.message.Message;
import org.halab.page.Pace;
import org.junit.jupiter.api.Test;

class TypedOrPressedTest {
  private static final Message ENTER = Message.text("carry it out");

  @Test
  void linesComeInTheirOrderAndThenTheEnd() throws IOException {
    Answers answers =
        new TypedOrPressed(new BufferedReader(new StringReader("s\n\n")), Pace.ofThisRun());

    assertThat(answers.next(ENTER)).isEqualTo("s");
    assertThat(answers.next(ENTER)).isEmpty();
    assertThat(answers.next(ENTER)).isNull();
  }
}
