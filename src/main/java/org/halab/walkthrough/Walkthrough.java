package org.halab.walkthrough;

import io.cucumber.core.cli.Main;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.halab.domain.LabException;
import org.halab.live.Activities;
import org.halab.live.LeaderLooks;
import org.halab.options.Option;
import org.halab.options.Options;
import org.halab.options.Outputs;
import org.halab.page.Page;
import org.halab.record.LabReport;
import org.halab.selection.Edition;
import org.halab.selection.Request;
import org.halab.timing.Wait;

/**
 * Walks through features in a terminal, one step at a time; see the README. The argument, or {@code
 * -Dlab.walk}, says which.
 */
public final class Walkthrough {
  private static final String BEGINNING =
      """
      Walkthrough: the walk stops before each step; Enter carries it out.
      The cluster has the names and ports of its Compose file, on 127.0.0.1; as the guide prints it:
      the entrypoint 5432, pg-master 5433, pg-slave 5434 (postgres/postgres), HAProxy's statistics
      http://127.0.0.1:7000/ and ZooKeeper 2181. While the walk stops, use psql, a browser or 'docker
      logs' in another window.""";

  /** What libraries log of a node that is down would stand between the walk's own lines. */
  private static final Logger LIBRARIES = Logger.getLogger("org.apache");

  private Walkthrough() {}

  public static void main(String[] arguments) {
    String asked = arguments.length > 0 ? arguments[0] : Options.ofThisRun().walk();
    // Before anyone asks: what a run needs is made once, with the addresses that hold then.
    Options.set(Option.PRINTED_ADDRESSES);
    int status;
    try {
      Request.require();
      status = walk(Selection.arguments(asked, Edition.chosen()));
    } catch (RuntimeException e) {
      say(e instanceof LabException ? e.getMessage() : "The walkthrough broke off: " + e);
      status = 1;
    }
    // Not by returning: threads of libraries would keep Maven waiting.
    System.exit(status);
  }

  private static int walk(List<String> selection) {
    LIBRARIES.setLevel(Level.SEVERE);
    System.setProperty("cucumber.publish.quiet", "true");
    Wait.tell(Activities.ofThisRun());
    List<String> cucumber =
        new ArrayList<>(
            List.of(
                "--glue",
                "org.halab.steps",
                "--glue",
                "org.halab.scenario",
                "--glue",
                "org.halab.walkthrough",
                "--plugin",
                Narrator.class.getName(),
                "--no-summary"));
    if (Options.ofThisRun().predict()) {
      cucumber.addAll(report());
    }
    cucumber.addAll(selection);
    say(BEGINNING);
    int status;
    try (Page page = Options.ofThisRun().page() ? Page.open() : null;
        LeaderLooks looks = new LeaderLooks(Activities.ofThisRun());
        Ticker ticker = new Ticker(Activities.ofThisRun(), Walk.current().screen())) {
      if (page != null) {
        say(page.address().toString());
      }
      status =
          Main.run(cucumber.toArray(String[]::new), Thread.currentThread().getContextClassLoader());
    }
    say("The walk is over; its containers, networks and volumes are removed.");
    return status;
  }

  /** What was guessed stands in the report, beside what was measured. */
  private static List<String> report() {
    return List.of(
        "--plugin",
        LabReport.class.getName(),
        "--plugin",
        "message:" + Outputs.REPORT.resolve("cucumber.ndjson"));
  }

  private static void say(String text) {
    Walk.current().screen().print(text);
  }
}
