package org.halab.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ClustersSideBySideTest {
  private static final long GIB = 1L << 30;

  @Test
  void fiveForTwoCoresWhereMemoryAllows() {
    assertThat(ClustersSideBySide.fitting(2, OptionalLong.of(24 * GIB))).isEqualTo(5);
    assertThat(ClustersSideBySide.fitting(1, OptionalLong.of(24 * GIB))).isEqualTo(2);
  }

  @Test
  void fewerWhereMemoryIsShort() {
    assertThat(ClustersSideBySide.fitting(8, OptionalLong.of(4 * GIB))).isEqualTo(4);
    assertThat(ClustersSideBySide.fitting(8, OptionalLong.of(GIB / 2))).isEqualTo(1);
  }

  @Test
  void oneForEachCoreWhereMemoryIsUnknown() {
    assertThat(ClustersSideBySide.fitting(4, OptionalLong.empty())).isEqualTo(4);
  }
}
