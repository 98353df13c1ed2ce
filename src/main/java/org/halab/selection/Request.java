package org.halab.selection;

import org.halab.domain.LabException;
import org.halab.examination.ExaminationResults;
import org.halab.grade.Points;
import org.halab.hosts.HostsAsked;
import org.halab.message.Message;
import org.halab.options.Option;
import org.halab.options.Options;
import org.halab.record.Progress;
import org.halab.scenario.Lab;
import org.halab.stack.Stack;

/**
 * What a run is asked for. It is looked at before anything is started, and before the tests that
 * need no Docker: who has mistyped something is told at once, and once.
 */
public final class Request {
  private Request() {}

  /** For Maven (see pom.xml), which would tell an exception with all that led to it. */
  public static void main(String[] arguments) {
    try {
      require();
    } catch (LabException e) {
      Progress.say(e.getMessage());
      System.exit(1);
    }
  }

  /**
   * @throws LabException if there is no such option, value, language, project, stack or tag, or the
   *     file of points is none; the message says which, and what to write instead
   */
  public static void require() {
    try {
      Options options = options();
      Points.read(options.points());
      if (options.history().isPresent()) {
        HistoryPlace.require(options);
      }
      requireStack(options);
      Tags.ofFeatures().require(System.getProperty("groups", ""));
    } catch (LabException e) {
      throw new LabException(
          Message.of("selection.nothingStarted").with("complaint", e.getMessage()));
    }
  }

  /**
   * The options of this run, each of which there is.
   *
   * @throws LabException if there is no such option, value or language, or a host is not
   *     understood; the message says which
   */
  public static Options options() {
    Options options = Options.ofThisRun();
    options
        .complaint()
        .ifPresent(
            complaint -> {
              throw new LabException(Message.text(complaint));
            });
    Edition.chosen().require();
    HostsAsked.require();
    return options;
  }

  private static void requireStack(Options options) {
    try {
      Stack stack = Lab.chosen();
      boolean examined = options.foreignProject() && System.getProperty("groups", "").isBlank();
      if (!examined) {
        // Only an examination does without: it tries the nodes alone.
        stack.entrypoint();
      }
    } catch (LabException e) {
      if (options.foreignProject() && Lab.hasEngine()) {
        ExaminationResults.writeWhatIsRead(e.getMessage());
      }
      throw new LabException(
          Message.text(
              "-D%s=%s -D%s=%s: %s"
                  .formatted(
                      Option.PROJECT.property(),
                      options.project(),
                      Option.STACK.property(),
                      options.stack(),
                      e.getMessage())));
    }
  }
}
