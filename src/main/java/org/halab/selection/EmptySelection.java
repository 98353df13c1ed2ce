package org.halab.selection;

import java.util.Optional;
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
      Progress.say(
          "No scenario matches what was asked for (-Dgroups is a tag without its @, for example"
              + " part-2; -Dcucumber.features a path below features/; with -Dlab.language=ru there is"
              + " the guide alone; what has the tag series is run by a command of its own). The README lists the tags under 'How to look closer'; nothing was"
              + " started.");
    }
  }
}
