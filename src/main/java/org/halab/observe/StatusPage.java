package org.halab.observe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;
import org.halab.deploy.Project;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.halab.stack.EntrypointPlan;

/** What an entrypoint tells of itself over HTTP. */
final class StatusPage {
  private static final Duration TIMEOUT = Duration.ofSeconds(4);

  private final PlainHttp quick;
  private final PlainHttp patient;

  StatusPage(Project project, EntrypointPlan entrypoint) {
    int port =
        entrypoint
            .statisticsPort()
            .orElseThrow(
                () ->
                    new LabException(
                        Message.of("observe.noStatistics")
                            .with("file", project.told(entrypoint.file().file().toString()))
                            .with(
                                "example",
                                "x-lab: {entrypoints: {%s: {statistics: 7000}}}"
                                    .formatted(entrypoint.service()))));
    Supplier<InetSocketAddress> address = () -> project.address(entrypoint.service(), port);
    this.quick = PlainHttp.quick(address);
    this.patient = new PlainHttp(address, TIMEOUT);
  }

  /**
   * The same for those who ask many times a second.
   *
   * @throws IOException if it does not answer within a second
   */
  String getQuickly(String path) throws IOException {
    return quick.get(path).body();
  }

  /**
   * @throws IllegalStateException if it does not answer, or with another status than 200
   */
  String get(String path) {
    PlainHttp.Answer answer;
    try {
      answer = patient.get(path);
    } catch (IOException e) {
      throw new IllegalStateException("The statistics do not answer: " + e.getMessage(), e);
    }
    if (!answer.ok()) {
      throw new IllegalStateException("The statistics answer HTTP " + answer.status());
    }
    return answer.body();
  }
}
