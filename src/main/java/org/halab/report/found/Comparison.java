package org.halab.report.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.halab.domain.LockEnd;
import org.halab.domain.MessageTable;
import org.halab.message.Message;
import org.halab.report.model.Experiment;
import org.halab.report.model.Run;

/** Task A1 at a glance: the leader stopped beside the leader killed, moment by moment. */
public final class Comparison {
  private static final String NEVER = "–";

  private final Course stopped;
  private final Course killed;

  private Comparison(Experiment stopped, Experiment killed) {
    this.stopped = new Course(stopped);
    this.killed = new Course(killed);
  }

  /** Empty unless the leader was both stopped and killed in this run. */
  public static Optional<Comparison> of(Run run) {
    LeaderLoss loss = LeaderLoss.of(Watched.all(run));
    return loss.stopped()
        .flatMap(
            stop ->
                loss.killed().map(kill -> new Comparison(stop.experiment(), kill.experiment())));
  }

  public MessageTable table() {
    return new MessageTable(
        List.of(
            Message.of("report.compared.moment"),
            Message.of("report.compared.stopped"),
            Message.of("report.compared.killed")),
        Stream.of(
                moment(Message.of("report.compared.heard"), Course::heard),
                moment(Message.of("report.compared.free"), Course::lockFree),
                moment(Message.of("report.compared.taken"), Course::taken),
                moment(Message.of("report.compared.promoted"), Course::promoted),
                moment(Message.of("report.compared.entrypoint"), Course::entrypoint),
                moment(Message.of("report.compared.served"), Course::served),
                moment(Message.of("report.compared.writes"), one -> one.outage("WRITE")),
                moment(Message.of("report.compared.reads"), one -> one.outage("READ")),
                moment(
                    Message.of("report.compared.bound"),
                    one -> one.experiment().claimedBound().map(Experiment.Bound::seconds)),
                row(Message.of("report.compared.acknowledged"), Course::acknowledged),
                row(Message.of("report.compared.lost"), Course::lost))
            .toList());
  }

  /** Why the two differ, with this run's settings and times. */
  public Message sentence() {
    List<Message> sentences = new ArrayList<>();
    if (stopped.lockEnd() == LockEnd.RELEASED && killed.lockEnd() == LockEnd.EXPIRED) {
      between().ifPresent(sentences::add);
    }
    settings().ifPresent(sentences::add);
    return Message.joined(" ", sentences);
  }

  private Optional<Message> between() {
    if (stopped.lockFree().isEmpty() || killed.lockFree().isEmpty()) {
      return Optional.empty();
    }
    return killed
        .setting("ttl")
        .map(
            ttl ->
                Message.of("report.compared.why")
                    .with("released", Course.seconds(stopped.lockFree().get()))
                    .with("expired", Course.seconds(killed.lockFree().get()))
                    .with("ttl", ttl));
  }

  private Optional<Message> settings() {
    return stopped
        .checks()
        .flatMap(
            checks ->
                stopped
                    .setting("loop_wait")
                    .map(
                        loop ->
                            Message.of("report.compared.both")
                                .with("loop", loop)
                                .with("rise", stopped.setting("rise").orElseThrow())
                                .with("inter", stopped.setting("inter").orElseThrow())
                                .with("checks", Course.seconds(checks))));
  }

  private List<Object> moment(Message name, Function<Course, Optional<Double>> seconds) {
    return List.of(name, cell(seconds.apply(stopped)), cell(seconds.apply(killed)));
  }

  private static Object cell(Optional<Double> seconds) {
    return seconds.<Object>map(Course::seconds).orElse(NEVER);
  }

  private List<Object> row(Message name, Function<Course, String> value) {
    return List.of(name, value.apply(stopped), value.apply(killed));
  }
}
