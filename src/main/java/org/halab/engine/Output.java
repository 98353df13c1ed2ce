package org.halab.engine;

import com.github.dockerjava.api.model.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** In bytes: a cluster's logs of an hour have a few million, and all of it is held in memory. */
  private static final long MOST_BYTES = 64L << 20;

  private final ToStringConsumer text = new ToStringConsumer();
  private volatile Throwable broken;
  private volatile boolean tooMuch;
  private long bytes;

  Output() {
    addConsumer(OutputType.STDOUT, text);
    addConsumer(OutputType.STDERR, text);
  }

  @Override
  public void onNext(Frame frame) {
    bytes += frame == null || frame.getPayload() == null ? 0 : frame.getPayload().length;
    if (bytes <= MOST_BYTES) {
      super.onNext(frame);
    } else if (!tooMuch) {
      tooMuch = true;
      onComplete();
    }
  }

  @Override
  public void onError(Throwable failure) {
    broken = failure;
    super.onError(failure);
  }

  /** Nobody wants the rest. */
  void end() {
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    if (tooMuch) {
      throw new LabException(
          Message.of("engine.tooMuch").with("what", what).with("megabytes", MOST_BYTES >> 20));
    }
    if (broken instanceof RuntimeException answered) {
      throw answered;
    } else if (broken != null) {
      throw new LabException(Message.of("engine.broke").with("what", what), broken);
    }
    return text.toUtf8String();
  }
}
