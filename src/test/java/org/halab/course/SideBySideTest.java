package org.halab.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SideBySideTest {
  @Test
  void asManyProjectsAsClustersAndASecondClusterWhereThereAreFewProjects() {
    assertThat(SideBySide.of(1, 30)).isEqualTo(new SideBySide(1, 1));
    assertThat(SideBySide.of(4, 30)).isEqualTo(new SideBySide(4, 1));
    assertThat(SideBySide.of(4, 4)).isEqualTo(new SideBySide(4, 1));
    assertThat(SideBySide.of(5, 4)).isEqualTo(new SideBySide(4, 1));
    assertThat(SideBySide.of(4, 2)).isEqualTo(new SideBySide(2, 2));
    assertThat(SideBySide.of(8, 1)).isEqualTo(new SideBySide(1, 2));
  }
}
