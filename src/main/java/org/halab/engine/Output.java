package org.halab.engine;

import java.util.concurrent.TimeUnit;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.testcontainers.containers.output.FrameConsumerResultCallback;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.containers.output.ToStringConsumer;

/**
 * The text of what the engine sends, standard output and standard error line by line as they come.
 * Testcontainers' callback takes a stream that broke off for one that ended; this one does not.
 */
final class Output extends FrameConsumerResultCallback {
  private static final int LIMIT_SECONDS = 30;

  private final ToStringConsumer text = new ToStringConsumer();
  private volatile Throwable broken;

  Output() {
    addConsumer(OutputType.STDOUT, text);
    addConsumer(OutputType.STDERR, text);
  }

  @Override
  public void onError(Throwable failure) {
    broken = failure;
    super.onError(failure);
  }

  /**
   * @param what for a message: "the log of zoo"
   * @throws RuntimeException that the engine answered with
   */
  String awaitEnd(String what) {
    try {
      if (!getCompletionLatch().await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new LabException(
            Message.of("engine.notFinished").with("what", what).with("limit", LIMIT_SECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException(Message.of("engine.interruptedReading").with("what", what), e);
    }
    if (broken instanceof RuntimeException answered) {
      throw answered;
    } else if (broken != null) {
      throw new LabException(Message.of("engine.broke").with("what", what), broken);
    }
    return text.toUtf8String();
  }
}
