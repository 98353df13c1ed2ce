package org.halab.report.found;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.halab.message.Message;
import org.halab.report.model.GuidePart;
import org.halab.report.model.Run;

/** Task A3: the same faults on the other stack, beside the guide's. */
final class OtherStack {
  private final Run run;
  private final List<Watched> watched;

  OtherStack(Run run, List<Watched> watched) {
    this.run = run;
    this.watched = watched;
  }

  Optional<Found> found() {
    Optional<Watched> stopped = on(GuidePart.TASK_A3, Watched::stopped);
    Optional<Watched> killed = on(GuidePart.TASK_A3, Watched::killed);
    if (stopped.isEmpty() || killed.isEmpty()) {
      return Optional.empty();
    }
    Message told =
        Message.of("report.found.other")
            .with("parts", parts(stopped.get().experiment().stack()))
            .with("stopped", served(stopped.get()))
            .with("killed", served(killed.get()));
    return Optional.of(
        Found.by(stopped.get().scenario(), List.of(told), beside().stream().toList()));
  }

  private Optional<Message> beside() {
    return on(GuidePart.TASK_A1, Watched::stopped)
        .flatMap(
            stop ->
                on(GuidePart.TASK_A1, Watched::killed)
                    .map(
                        kill ->
                            Message.of("report.found.other.beside")
                                .with("stopped", served(stop))
                                .with("killed", served(kill))));
  }

  /** The first such fault that clients felt. */
  private Optional<Watched> on(GuidePart part, Predicate<Watched> fault) {
    return watched.stream()
        .filter(one -> one.part() == part)
        .filter(fault)
        .filter(one -> part != GuidePart.TASK_A3 || one.scenario().has(GuidePart.COMPARISON))
        .filter(one -> new Course(one.experiment()).served().isPresent())
        .findFirst();
  }

  private static Message served(Watched one) {
    return Course.seconds(new Course(one.experiment()).served().orElseThrow());
  }

  /** What the stack has and others of the run have not; its name, if that is not known. */
  private Message parts(String stack) {
    List<List<String>> rows = run.versions().rows();
    List<String> others =
        rows.stream().filter(row -> !row.get(0).equals(stack)).map(row -> row.get(1)).toList();
    List<String> own =
        rows.stream()
            .filter(row -> row.get(0).equals(stack))
            .map(row -> row.get(1))
            .filter(part -> !others.contains(part))
            .toList();
    return own.isEmpty() ? Message.text(stack) : Message.and(own);
  }
}
