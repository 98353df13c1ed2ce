package org.halab.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeywordTest {
  @Test
  void theWordOrItsBeginning() {
    assertThat(Keyword.of("hint")).contains(Keyword.HINT);
    assertThat(Keyword.of(" CH ")).contains(Keyword.CHECK);
    assertThat(Keyword.of("give up")).contains(Keyword.GIVE_UP);
    assertThat(Keyword.of("quit")).contains(Keyword.GIVE_UP);
  }

  @Test
  void whatCouldBeTwoOrNoneIsNone() {
    assertThat(Keyword.of("h")).isEmpty();
    assertThat(Keyword.of("")).isEmpty();
    assertThat(Keyword.of("docker ps")).isEmpty();
  }
}
