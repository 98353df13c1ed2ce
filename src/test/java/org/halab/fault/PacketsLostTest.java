package org.halab.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.halab.fault.PacketsLost.Counted;
import org.junit.jupiter.api.Test;

class PacketsLostTest {
  private static final String LISTED =
      """
      Chain lab-lost-1 (1 references)
          pkts      bytes target     prot opt in     out     source               destination
           205    11420            0    --  *      *       0.0.0.0/0            0.0.0.0/0
            63     3502 DROP       0    --  *      *       0.0.0.0/0            0.0.0.0/0            statistic mode random probability 0.30000000000
      """;

  @Test
  void theRulesTellHowManyPacketsTheyMetAndLost() {
    assertThat(PacketsLost.counted(LISTED)).contains(new Counted(205, 63));
  }

  @Test
  void whereThereIsNoSuchChainNothingIsCounted() {
    assertThat(PacketsLost.counted("")).isEmpty();
    assertThat(PacketsLost.counted("Chain lab-lost-1 (1 references)\n pkts bytes\n")).isEmpty();
  }

  @Test
  void aShareIsAsAskedForWithinWhatChanceAllows() {
    assertThat(new Counted(205, 63).agreesWith(30)).isTrue();
    assertThat(new Counted(205, 0).agreesWith(30)).isFalse();
    assertThat(new Counted(205, 205).agreesWith(30)).isFalse();
    assertThat(new Counted(1000, 310).agreesWith(10)).isFalse();
  }

  @Test
  void whereNothingPassesEveryPacketIsLost() {
    assertThat(new Counted(150, 150).agreesWith(100)).isTrue();
    assertThat(new Counted(150, 149).agreesWith(100)).isFalse();
  }
}
