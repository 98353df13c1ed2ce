package org.halab.engine;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.halab.domain.LabException;

/** Collects the text of what the engine sends, standard output and standard error as they come. */
final class FrameText extends ResultCallback.Adapter<Frame> {
  private static final int LIMIT_SECONDS = 30;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public void onNext(Frame frame) {
    synchronized (bytes) {
      bytes.writeBytes(frame.getPayload());
    }
  }

  void awaitEnd(String what) {
    try {
      if (!awaitCompletion(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new LabException(
            "The Docker engine did not finish %s within %d s".formatted(what, LIMIT_SECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("Interrupted while reading " + what, e);
    }
  }

  @Override
  public String toString() {
    synchronized (bytes) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
