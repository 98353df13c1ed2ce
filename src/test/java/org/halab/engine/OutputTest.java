package org.halab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.halab.domain.LabException;
import org.junit.jupiter.api.Test;

class OutputTest {
  private final Output output = new Output();

  @Test
  void bothStreamsComeLineByLine() {
    send(StreamType.STDOUT, "one\ntw");
    send(StreamType.STDERR, "error\n");
    send(StreamType.STDOUT, "o\nlast");
    output.onComplete();

    assertThat(output.awaitEnd("it")).isEqualTo("one\nerror\ntwo\nlast");
  }

  @Test
  void aLetterThatTwoFramesShareStaysWhole() {
    byte[] letter = "ы\n".getBytes(StandardCharsets.UTF_8);
    output.onNext(new Frame(StreamType.STDOUT, Arrays.copyOfRange(letter, 0, 1)));
    output.onNext(new Frame(StreamType.STDOUT, Arrays.copyOfRange(letter, 1, letter.length)));
    output.onComplete();

    assertThat(output.awaitEnd("it")).isEqualTo("ы\n");
  }

  @Test
  void theEnginesAnswerIsThrown() {
    output.onError(new NotFoundException("no such container"));

    assertThatThrownBy(() -> output.awaitEnd("it")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void whatBrokeOffIsNotTakenForTheWhole() {
    send(StreamType.STDOUT, "half\n");
    output.onError(new IOException("connection reset"));

    assertThatThrownBy(() -> output.awaitEnd("the log of zoo"))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("the log of zoo broke off");
  }

  private void send(StreamType stream, String text) {
    output.onNext(new Frame(stream, text.getBytes(StandardCharsets.UTF_8)));
  }
}
