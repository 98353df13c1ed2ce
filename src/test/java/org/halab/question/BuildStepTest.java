package org.halab.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BuildStepTest {
  private static final List<String> NODES = List.of("pg-master", "pg-slave");

  @Test
  void stepsAreReadWhicheverServiceTheyArePrintedFor() {
    String output =
        """
        #6 [pg-master 1/3] FROM docker.io/library/debian:bookworm-slim
        #6 DONE 0.0s

        #13 [pg-master 3/3] COPY postgres0.yml /postgres0.yml
        #13 DONE 0.1s

        #9 [pg-slave 2/3] RUN set -eux;     apt-get update
        #9 CACHED

        #10 [observer 2/2] RUN apt-get install haproxy
        #10 CACHED

        #14 [pg-master] exporting to image
        """;

    assertThat(BuildStep.of(NODES, output))
        .containsExactly(
            new BuildStep("", 2, "RUN set -eux;     apt-get update", true),
            new BuildStep("", 3, "COPY postgres0.yml /postgres0.yml", false));
  }

  @Test
  void madeForOneNodeIsNotCached() {
    String output =
        """
        #7 [pg-master 2/2] RUN true
        #7 0.2 + true
        #8 [pg-slave 2/2] RUN true
        #7 [pg-master 2/2] RUN true
        #7 DONE 0.3s
        #8 CACHED
        """;

    assertThat(BuildStep.of(NODES, output))
        .containsExactly(new BuildStep("", 2, "RUN true", false));
  }

  @Test
  void stagesHaveStepsOfTheirOwn() {
    String output =
        """
        #7 [pg-slave tools 2/2] RUN make
        #7 CACHED
        #8 [pg-slave stage-1 2/2] COPY --from=tools /a /a
        #8 DONE 0.1s
        """;

    assertThat(BuildStep.of(NODES, output))
        .containsExactly(
            new BuildStep("stage-1", 2, "COPY --from=tools /a /a", false),
            new BuildStep("tools", 2, "RUN make", true));
  }
}
