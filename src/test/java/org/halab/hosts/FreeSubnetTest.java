package org.halab.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreeSubnetTest {
  @Test
  void isOneThatNobodyUses() {
    assertThat(FreeSubnet.among(allBut(77), new Random(1))).isEqualTo("198.18.77");
  }

  @Test
  void aLongerNumberIsAnotherOne() {
    assertThat(FreeSubnet.among(allBut(7), new Random(2))).isEqualTo("198.18.7");
  }

  private static Set<String> allBut(int free) {
    return IntStream.range(0, 256)
        .filter(one -> one != free)
        .mapToObj(one -> "198.18." + one + ".254")
        .collect(Collectors.toSet());
  }
}
