package org.halab.guard;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.halab.finding.Severity;
import org.halab.message.Message;

/**
 * Why something of a project is not carried over, and what it means for who wrote it. What is fatal
 * cannot be taken out: without it there would be nothing to start, or something else.
 */
enum Kind {
  PRIVILEGE(
      "asks-for-privileges",
      Severity.RISK,
      settings -> Message.of("guard.privilege").with("settings", settings),
      Message.of("guard.privilege.change")),
  DOCKER(
      "asks-for-docker",
      Severity.RISK,
      settings -> Message.of("guard.docker").with("settings", settings),
      Message.of("guard.docker.change")),
  OUTSIDE(
      "reaches-outside",
      Severity.MISTAKE,
      settings -> Message.of("guard.outside").with("settings", settings),
      Message.of("guard.outside.change")),
  LABELS(
      "pretends-to-be-the-labs",
      Severity.RISK,
      settings -> Message.of("guard.labels").with("settings", settings),
      Message.of("guard.labels.change")),
  BUILD(
      "builds-from-outside",
      Severity.FATAL,
      settings -> Message.of("guard.build").with("settings", settings),
      Message.of("guard.build.change")),
  TOO_MANY(
      "too-many-containers",
      Severity.FATAL,
      settings -> Message.of("guard.tooMany").with("settings", settings),
      Message.of("guard.tooMany.change")),
  REDUCED(
      "above-the-limits",
      Severity.HARMLESS,
      settings -> Message.of("guard.reduced").with("settings", settings)),
  READ_ONLY(
      "mounted-read-only",
      Severity.HARMLESS,
      settings -> Message.of("guard.readOnly").with("settings", settings)),
  OTHER(
      "not-carried-over",
      Severity.HARMLESS,
      settings -> Message.of("guard.other").with("settings", settings));

  final String code;
  final Severity severity;
  final Function<List<String>, Message> seen;
  final Optional<Message> change;

  Kind(String code, Severity severity, Function<List<String>, Message> seen, Message change) {
    this.code = code;
    this.severity = severity;
    this.seen = seen;
    this.change = Optional.of(change);
  }

  /** What is harmless need not be changed. */
  Kind(String code, Severity severity, Function<List<String>, Message> seen) {
    this.code = code;
    this.severity = severity;
    this.seen = seen;
    this.change = Optional.empty();
  }
}
