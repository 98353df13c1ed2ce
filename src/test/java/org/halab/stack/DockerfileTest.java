package org.halab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.halab.domain.LabException;
import org.junit.jupiter.api.Test;

class DockerfileTest {
  @Test
  void theBaseIsWhatTheImageIsMadeFrom() {
    assertThat(base("# FROM here\nFROM debian:bookworm-slim\nRUN echo FROM nothing\n"))
        .isEqualTo("debian:bookworm-slim");
  }

  @Test
  void optionsAreNotTheBase() {
    assertThat(base("from --platform=linux/amd64 postgres:15 as database"))
        .isEqualTo("postgres:15");
  }

  @Test
  void theLastStageCounts() {
    assertThat(base("FROM maven:3 AS build\nFROM postgres:15\nCOPY --from=build /a /a"))
        .isEqualTo("postgres:15");
  }

  @Test
  void aStageStandsOnItsOwnBase() {
    assertThat(base("FROM debian:12 AS tools\nFROM tools AS more\nFROM more"))
        .isEqualTo("debian:12");
  }

  @Test
  void containersStartWhereTheLastWorkdirLeads() {
    assertThat(Dockerfile.parse("FROM a").directory()).isEqualTo("/");
    assertThat(Dockerfile.parse("FROM a\nWORKDIR /etc\nworkdir \"patroni\"\r\n").directory())
        .isEqualTo("/etc/patroni");
  }

  @Test
  void aFileWithoutABaseIsRefused() {
    assertThatThrownBy(() -> base("RUN true"))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("FROM");
  }

  private static String base(String text) {
    return Dockerfile.parse(text).base();
  }
}
