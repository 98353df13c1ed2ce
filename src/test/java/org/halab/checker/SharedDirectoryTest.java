package org.halab.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.halab.checker.SharedDirectory.Tenant;
import org.halab.domain.LogLine;
import org.junit.jupiter.api.Test;

class SharedDirectoryTest {
  private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
  private static final String STARTING = "UTC [49] LOG:  starting PostgreSQL 15.18 on x86_64";
  private static final String SHUT_DOWN = "UTC [49] LOG:  database system is shut down";
  private static final String SINGLE = "INFO: doing crash recovery in a single user mode";

  @Test
  void oneAfterTheOtherIsSound() {
    SharedDirectory directory =
        directory(
            ended(0, 30, line(1, STARTING), line(29, SHUT_DOWN)), running(31, line(33, STARTING)));

    assertThat(directory.containers()).isEmpty();
    assertThat(directory.servers()).isEmpty();
  }

  @Test
  void containersOverlapThoughTheirServersDoNot() {
    SharedDirectory directory =
        directory(
            ended(0, 35, line(1, STARTING), line(32, SHUT_DOWN)), running(30, line(33, STARTING)));

    assertThat(directory.containers().orElseThrow().length()).isEqualTo(Duration.ofSeconds(5));
    assertThat(directory.servers()).isEmpty();
  }

  @Test
  void serversOverlapUntilTheFirstIsShutDown() {
    SharedDirectory directory =
        directory(
            ended(0, 35, line(1, STARTING), line(33, SHUT_DOWN)), running(30, line(31, STARTING)));

    assertThat(directory.servers().orElseThrow())
        .isEqualTo(new SharedDirectory.Together(at(31), at(33)));
  }

  @Test
  void recoveryOfASingleUserIsAServerToo() {
    SharedDirectory directory =
        directory(
            ended(0, 35, line(1, STARTING), line(33, SHUT_DOWN)),
            running(30, line(32, SINGLE), line(36, STARTING)));

    assertThat(directory.servers().orElseThrow().length()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void serverThatIsKilledEndsWithItsContainer() {
    SharedDirectory directory =
        directory(ended(0, 35, line(1, STARTING)), running(30, line(31, STARTING)));

    assertThat(directory.servers().orElseThrow().until()).isEqualTo(at(35));
  }

  @Test
  void serverThatWasShutDownAndStartedAgainRunsToo() {
    SharedDirectory directory =
        directory(
            ended(0, 35, line(1, STARTING), line(10, SHUT_DOWN), line(12, STARTING)),
            running(30, line(31, STARTING)));

    assertThat(directory.servers().orElseThrow().length()).isEqualTo(Duration.ofSeconds(4));
  }

  private static SharedDirectory directory(Tenant... tenants) {
    return new SharedDirectory(List.of(tenants));
  }

  private static Tenant ended(int started, int ended, LogLine... log) {
    return new Tenant("old", at(started), Optional.of(at(ended)), List.of(log));
  }

  private static Tenant running(int started, LogLine... log) {
    return new Tenant("new", at(started), Optional.empty(), Stream.of(log).toList());
  }

  private static LogLine line(int second, String text) {
    return new LogLine(at(second), "pg-master", text);
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }
}
