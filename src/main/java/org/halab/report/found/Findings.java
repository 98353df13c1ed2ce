package org.halab.report.found;

import java.util.ArrayList;
import java.util.List;
import org.halab.report.model.Run;

/** What a run found, for its first screen. */
public final class Findings {
  private final Run run;

  public Findings(Run run) {
    this.run = run;
  }

  /** What failed comes first, how many scenarios passed last; the tasks are in between. */
  public List<Found> all() {
    List<Watched> watched = Watched.all(run);
    List<Found> all = new ArrayList<>(LeaderLoss.of(watched).found());
    new Returning(run, watched).found().ifPresent(all::add);
    new OtherStack(run, watched).found().ifPresent(all::add);
    new Printed(run, watched).found().ifPresent(all::add);
    new Rows(run, watched).found().ifPresent(all::add);
    new Beyond(watched).found().ifPresent(all::add);
    Found scenarios = new Scenarios(run).found();
    all.add(scenarios.red() ? 0 : all.size(), scenarios);
    return all;
  }
}
