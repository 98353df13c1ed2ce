package org.halab.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.halab.fault.Call.Question;
import org.junit.jupiter.api.Test;

class CallTest {
  @Test
  void aQuestionIsTheSameFromHereAsFromAShell() {
    assertThat(Question.POSTGRES.bytes())
        .as("a request for encryption: its length, and 80877103")
        .containsExactly(0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f);
    assertThat(new String(Question.HTTP.bytes(), StandardCharsets.US_ASCII))
        .isEqualTo("GET / HTTP/1.0\r\n\r\n");
    assertThat(new String(Question.ZOOKEEPER.bytes(), StandardCharsets.US_ASCII)).isEqualTo("srvr");
  }
}
