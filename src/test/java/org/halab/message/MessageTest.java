package org.halab.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {
  private static final Language RUSSIAN = new Language("ru");
  private static final Message TEN = Message.seconds(Duration.ofMillis(10_500));

  @Test
  void isWordedInTheLanguageItIsShownIn() {
    assertThat(TEN.in(Language.ENGLISH)).isEqualTo("10.5 s");
    assertThat(TEN.in(RUSSIAN)).isEqualTo("10.5 с");
  }

  @Test
  void whatStandsInItIsWordedToo() {
    assertThat(Message.text(TEN).in(RUSSIAN)).isEqualTo("10.5 с");
    assertThat(Message.text(Duration.ofSeconds(3)).in(RUSSIAN)).isEqualTo("3.0 с");
    assertThat(Message.text(List.of(TEN, "{a} 'b'")).in(RUSSIAN)).isEqualTo("10.5 с, {a} 'b'");
  }

  @Test
  void aNumberStandsThereAsPlainDigits() {
    assertThat(Message.text(15432).in(RUSSIAN)).isEqualTo("15432");
  }

  @Test
  void twoOfOneKeyAndTheSameArgumentsAreEqual() {
    assertThat(Message.text(1)).isEqualTo(Message.text(1L)).isNotEqualTo(Message.text(2));
  }

  @Test
  void aLanguageWithoutWordsIsEnglish() {
    assertThat(TEN.in(new Language("tlh"))).isEqualTo("10.5 s");
  }

  @Test
  void whatHasNoWordsSaysItsKey() {
    assertThat(Message.of("message.none").with("a", 1).in(RUSSIAN)).isEqualTo("message.none {a=1}");
  }

  @Test
  void survivesJson() throws Exception {
    ObjectMapper json = new ObjectMapper();
    Message message = Message.text(List.of(TEN, 3L));

    assertThat(json.readValue(json.writeValueAsString(message), Message.class)).isEqualTo(message);
  }
}
