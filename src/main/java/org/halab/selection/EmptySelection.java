package org.halab.selection;

import java.util.Optional;
import org.halab.message.Message;
import org.halab.record.Progress;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Says what to do when the tag or the file asked for matches no scenario. */
public final class EmptySelection implements TestExecutionListener {
  private static final String NOTHING_FOUND = "NoTestsDiscoveredException";

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Optional<Throwable> failure = result.getThrowable();
    if (failure.filter(e -> e.getClass().getSimpleName().equals(NOTHING_FOUND)).isPresent()) {
      Progress.say(Message.of("selection.empty"));
    }
  }
}
