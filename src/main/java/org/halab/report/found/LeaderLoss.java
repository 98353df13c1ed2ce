package org.halab.report.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.halab.domain.LockEnd;
import org.halab.message.Message;
import org.halab.report.model.GuidePart;

/** Task A1: the leader stopped and the leader killed, as far as the run has them. */
record LeaderLoss(Optional<Watched> stopped, Optional<Watched> killed) {
  static LeaderLoss of(List<Watched> all) {
    List<Watched> task = all.stream().filter(one -> one.part() == GuidePart.TASK_A1).toList();
    return new LeaderLoss(
        task.stream().filter(Watched::stopped).findFirst(),
        task.stream().filter(Watched::killed).findFirst());
  }

  List<Found> found() {
    return Stream.concat(
            stopped.map(one -> found(one, Message.of("report.found.stopped"))).stream(),
            killed.map(one -> found(one, Message.of("report.found.killed"))).stream())
        .toList();
  }

  private Found found(Watched loss, Message done) {
    Course course = new Course(loss.experiment());
    List<Message> why = new ArrayList<>();
    lock(course).ifPresent(why::add);
    if (loss.stopped()) {
      entrypoint(course).ifPresent(why::add);
    }
    course
        .bothServersUp()
        .map(until -> Message.of("report.found.both").with("until", until))
        .ifPresent(why::add);
    return Found.by(loss.scenario(), List.of(outcome(course, done), rows(course)), why);
  }

  private static Message outcome(Course course, Message done) {
    if (course.served().isEmpty()) {
      return Message.of("report.found.loss.unbroken").with("done", done);
    }
    Message served = Course.seconds(course.served().get());
    return course.leader().isPresent() && course.taken().isPresent()
        ? Message.of("report.found.loss")
            .with("done", done)
            .with("leader", course.leader().get())
            .with("led", Course.seconds(course.taken().get()))
            .with("served", served)
        : Message.of("report.found.loss.unknown").with("done", done).with("served", served);
  }

  private static Message rows(Course course) {
    return Message.of("report.found.loss.rows")
        .with("lost", course.lost())
        .with("acknowledged", course.acknowledged());
  }

  /** Why the other node could lead when it did. */
  static Optional<Message> lock(Course course) {
    Optional<Message> free = course.lockFree().map(Course::seconds);
    if (free.isEmpty()) {
      return Optional.empty();
    }
    return switch (course.lockEnd()) {
      case RELEASED ->
          Optional.of(Message.of("report.found.lock.released").with("free", free.get()));
      case EXPIRED ->
          course
              .setting("ttl")
              .map(
                  ttl ->
                      Message.of("report.found.lock.expired")
                          .with("free", free.get())
                          .with("ttl", ttl));
      default -> Optional.empty();
    };
  }

  /** Why clients waited on when the other node led. */
  private static Optional<Message> entrypoint(Course course) {
    if (course.lockEnd() != LockEnd.RELEASED
        || course.entrypoint().isEmpty()
        || course.checks().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Message.of("report.found.entrypoint")
            .with("after", Course.seconds(course.entrypoint().get()))
            .with("rise", course.setting("rise").orElseThrow())
            .with("inter", course.setting("inter").orElseThrow())
            .with("checks", Course.seconds(course.checks().get())));
  }
}
