package org.halab.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.halab.domain.Fate;
import org.halab.domain.SentCommit;
import org.junit.jupiter.api.Test;

class UnknownWritesTest {
  private static final SentCommit SENT = new SentCommit(700, 1, 1000, false);

  @Test
  void aRowTellsThatItIsThere() {
    assertThat(UnknownWrites.judge(Set.of(7L), Set.of(7L), Map.of(), Map.of()).fates())
        .isEqualTo(Map.of(7L, Fate.THERE));
  }

  @Test
  void withoutItsRowTheLeaderTells() {
    assertThat(fate(SENT, Map.of(7L, "aborted"))).isEqualTo(Fate.NEVER_COMMITTED);
    assertThat(fate(SENT, Map.of(7L, "committed"))).isEqualTo(Fate.LOST);
    assertThat(fate(SENT, Map.of(7L, "in progress"))).isEqualTo(Fate.UNRESOLVED);
    assertThat(fate(SENT, Map.of(7L, "null"))).isEqualTo(Fate.UNRESOLVED);
  }

  @Test
  void whatTheLeaderDoesNotHaveTheBeginningOfIsLost() {
    assertThat(fate(SENT, Map.of())).isEqualTo(Fate.LOST);
  }

  @Test
  void whatWasSaidToBeCommittedIsLostThoughTheLeaderAbortedIt() {
    assertThat(fate(SENT.withDoubt(), Map.of(7L, "aborted"))).isEqualTo(Fate.LOST);
  }

  @Test
  void whatTheServerNeverSpokeOfIsUnresolved() {
    assertThat(UnknownWrites.judge(Set.of(7L), Set.of(), Map.of(), Map.of()).fates())
        .isEqualTo(Map.of(7L, Fate.UNRESOLVED));
  }

  @Test
  void withoutUnknownWritesNothingIsTold() {
    assertThat(UnknownWrites.judge(Set.of(), Set.of(7L), Map.of(), Map.of()).told()).isEmpty();
  }

  private static Fate fate(SentCommit sent, Map<Long, String> statuses) {
    return UnknownWrites.judge(Set.of(7L), Set.of(8L), Map.of(7L, sent), statuses).fates().get(7L);
  }
}
