package org.halab.report.found;

import java.util.Optional;
import org.halab.message.Message;
import org.halab.report.model.Run;

/** How much of what there is was carried out. */
public final class Extent {
  private final Run run;

  public Extent(Run run) {
    this.run = run;
  }

  /** Whether something that the guide asks for was left out. */
  public boolean partial() {
    return run.left().stream().anyMatch(one -> one.tags().contains("guide"));
  }

  /** Empty if nothing was left out. */
  public Optional<Message> told() {
    if (run.left().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        partial()
            ? Message.of("report.written.partial")
                .with("carried", run.scenarios().count())
                .with("planned", run.left().size() + run.scenarios().count())
            : Message.of("report.written.complete").with("beyond", run.left().size()));
  }
}
