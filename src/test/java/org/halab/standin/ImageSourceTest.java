package org.halab.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.halab.domain.LabException;
import org.halab.engine.CommandResult;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;

class ImageSourceTest {
  private static final String NO_HOST =
      "Error response from daemon: Get \"https://registry-1.docker.io/v2/\": dial tcp: lookup"
          + " registry-1.docker.io on 192.0.2.53:53: no such host";

  private final List<String> asked = new ArrayList<>();

  @Test
  void whatTheEngineHasIsNotAskedFor() {
    assertThat(source(line -> {}, NO_HOST).answer("debian:bookworm-slim").had())
        .isEqualTo(Answer.Had.YES);
    assertThat(asked).isEmpty();
  }

  @Test
  void aRegistryThatDoesNotAnswerIsAskedOnce() {
    ImageSource source = source(line -> {}, NO_HOST);
    assertThat(source.answer("postgres:15")).isEqualTo(new Answer(Answer.Had.UNREACHED, NO_HOST));
    assertThat(source.answer("library/haproxy:3.0").had()).isEqualTo(Answer.Had.UNREACHED);
    assertThat(source.answer("docker.io/bitnami/zookeeper").had()).isEqualTo(Answer.Had.UNREACHED);
    assertThat(asked).containsExactly("postgres:15");
    assertThat(source.answer("quay.io/coreos/etcd:v3.5.0").had()).isEqualTo(Answer.Had.UNREACHED);
    assertThat(asked).containsExactly("postgres:15", "quay.io/coreos/etcd:v3.5.0");
  }

  @Test
  void whatMayBeAnyServiceOfTheNetworkIsNotAsked() {
    ImageSource source = source(line -> {}, NO_HOST);
    for (String image : List.of("10.0.0.1/x", "localhost:5000/x:1", "db.lan:5432/x")) {
      assertThat(source.answer(image).had()).isEqualTo(Answer.Had.UNREACHED);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void aNameThatTheRegistryDoesNotKnowSaysNothingOfItsOthers() {
    ImageSource source =
        source(
            line -> {},
            "Error response from daemon: manifest for postgres:155 not found: manifest unknown:"
                + " manifest unknown");
    assertThat(source.answer("postgres:155").had()).isEqualTo(Answer.Had.UNKNOWN);
    assertThat(source.answer("postgres:15").had()).isEqualTo(Answer.Had.UNKNOWN);
    assertThat(asked).containsExactly("postgres:155", "postgres:15");
    assertThat(
            source(
                    line -> {},
                    "Error response from daemon: pull access denied for x, repository does not"
                        + " exist or may require 'docker login'")
                .answer("x")
                .had())
        .isEqualTo(Answer.Had.UNKNOWN);
  }

  @Test
  void aRegistryThatGivesNothingToThisMachineIsNotReached() {
    assertThat(
            source(line -> {}, "toomanyrequests: You have reached your pull rate limit")
                .answer("postgres:15")
                .had())
        .isEqualTo(Answer.Had.UNREACHED);
  }

  @Test
  void oneThatIsSilentIsNotWaitedFor() {
    ImageSource source = late(line -> {}, false);
    assertThat(source.answer("postgres:15").had()).isEqualTo(Answer.Had.UNREACHED);
    assertThat(asked).containsExactly("postgres:15");
  }

  @Test
  void oneThatHasBegunToSendIs() {
    ImageSource source = late(line -> line.accept("15: Pulling from library/postgres"), true);
    assertThat(source.answer("postgres:15").had()).isEqualTo(Answer.Had.YES);
    assertThat(asked).containsExactly("postgres:15", "postgres:15");
  }

  @Test
  void anOptionIsNoName() {
    assertThat(source(line -> {}, NO_HOST).answer("--all-tags").had())
        .isEqualTo(Answer.Had.UNKNOWN);
    assertThat(asked).isEmpty();
  }

  @Test
  void namesAreTakenApart() {
    assertThat(Reference.of("postgres")).isEqualTo(new Reference("docker.io", "postgres", ""));
    assertThat(Reference.of("confluentinc/cp-zookeeper:7.7.1"))
        .isEqualTo(new Reference("docker.io", "confluentinc/cp-zookeeper", "7.7.1"));
    assertThat(Reference.of("quay.io/coreos/etcd:v3.5.0@sha256:00").name()).isEqualTo("etcd");
    assertThat(Reference.of("localhost:5000/postgres:15"))
        .isEqualTo(new Reference("localhost:5000", "postgres", "15"));
  }

  private ImageSource source(Consumer<Consumer<String>> prints, String fails) {
    return new ImageSource(
        Set.of("debian:bookworm-slim")::contains,
        (image, limit, onLine) -> {
          asked.add(image);
          prints.accept(onLine);
          return new CommandResult(1, fails);
        },
        message -> {});
  }

  private ImageSource late(Consumer<Consumer<String>> prints, boolean atLast) {
    return new ImageSource(
        image -> false,
        (image, limit, onLine) -> {
          asked.add(image);
          prints.accept(onLine);
          if (limit.compareTo(Duration.ofMinutes(1)) > 0 && atLast) {
            return new CommandResult(0, "");
          }
          throw new LabException(Message.text("not within its limit"));
        },
        message -> {});
  }
}
