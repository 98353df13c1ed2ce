package org.halab.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.halab.checker.RowSet;
import org.halab.checker.Verdict;
import org.halab.domain.Operation;
import org.halab.domain.OutageBound;
import org.halab.domain.Outcome;
import org.halab.domain.Return;
import org.halab.domain.Settings;
import org.halab.domain.WayIn;

/**
 * One experiment in a form that programs read: everything that was recorded and judged, as JSON.
 */
public final class ExperimentFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root = JSON.createObjectNode();

  /**
   * @param scenario where the experiment was made
   * @param stack on which stack
   * @param settings in force when it began
   */
  public ExperimentFile(ScenarioName scenario, String stack, Settings settings) {
    root.put("feature", scenario.feature());
    root.put("line", scenario.line());
    root.put("scenario", scenario.name());
    root.put("stack", stack);
    ObjectNode values = root.putObject("settings");
    values.put("ttl", seconds(settings.ttl()));
    values.put("loop_wait", seconds(settings.loopWait()));
    values.put("retry_timeout", seconds(settings.retryTimeout()));
    values.put("tickTime", seconds(settings.tick()));
    values.put("inter", seconds(settings.checkInterval()));
    values.put("timeout check", seconds(settings.checkTimeout()));
    values.put("rise", settings.rise());
    values.put("fall", settings.fall());
  }

  /** Where an experiment was made. */
  public record ScenarioName(String feature, int line, String name) {}

  /** What was recorded. */
  public ExperimentFile recorded(FaultEvidence evidence, Duration clockError) {
    ObjectNode fault = root.putObject("fault");
    fault.put("sentence", evidence.done());
    fault.put("at", evidence.at().toString());
    fault.put("healedAt", evidence.healedAt().map(Instant::toString).orElse(null));
    ArrayNode lanes = root.putArray("lanes");
    evidence
        .lanes()
        .forEach(
            lane -> {
              ObjectNode one = lanes.addObject();
              one.put("name", lane.name());
              one.put("kind", lane.kind().name().toLowerCase(java.util.Locale.ROOT));
              ArrayNode changes = one.putArray("changes");
              lane.changes()
                  .forEach(
                      change ->
                          changes
                              .addObject()
                              .put("at", change.at().toString())
                              .put("value", change.value()));
            });
    ArrayNode operations = root.putArray("operations");
    for (Operation operation : evidence.history().operations()) {
      ObjectNode one = operations.addObject();
      one.put("kind", operation.kind().name());
      one.put("number", operation.number());
      one.put("start", operation.start().toString());
      one.put("end", operation.end().toString());
      one.put("outcome", operation.outcome().name());
      one.put("error", operation.error());
    }
    root.put("clockErrorMillis", clockError.toNanos() / 1e6);
    return told(new FailoverStory(evidence));
  }

  private ExperimentFile told(FailoverStory story) {
    ArrayNode events = root.putArray("events");
    story
        .happenings()
        .forEach(
            one ->
                events
                    .addObject()
                    .put("at", one.at().toString())
                    .put("kind", one.kind().name())
                    .put("who", one.who())
                    .put("meaning", one.meaning())
                    .put("evidence", one.evidence()));
    ArrayNode phases = root.putArray("phases");
    story
        .phases()
        .forEach(
            phase ->
                phases
                    .addObject()
                    .put("name", phase.name())
                    .put("from", phase.from().toString())
                    .put("to", phase.to().toString())
                    .put("seconds", seconds(phase.length())));
    ArrayNode outages = root.putArray("outages");
    for (Operation.Kind kind : Operation.Kind.values()) {
      story
          .outage(kind)
          .ifPresent(
              outage ->
                  outages
                      .addObject()
                      .put("kind", kind.name())
                      .put("toFirstSuccess", seconds(outage.toFirstSuccess()))
                      .put("toLastFailure", seconds(outage.toLastFailure()))
                      .put("firstFailure", outage.firstFailure().toString())
                      .put("firstSuccess", outage.firstSuccess().toString())
                      .put("lastFailure", outage.lastFailure().toString()));
    }
    root.put("told", story.told());
    return this;
  }

  /** The ways to the database, beside each other; none if nobody connected anew. */
  public ExperimentFile compared(List<WayIn> ways, Instant fault) {
    ArrayNode all = root.putArray("ways");
    for (WayIn way : ways) {
      ObjectNode one = all.addObject();
      one.put("name", way.name());
      way.firstSuccess(fault)
          .ifPresent(at -> one.put("firstSuccess", seconds(Duration.between(fault, at))));
      way.lastFailure(fault)
          .ifPresent(at -> one.put("lastFailure", seconds(Duration.between(fault, at))));
      one.put("attempts", way.history().operations().size());
      one.put("ledToReplica", way.ledToReplica(fault));
    }
    return this;
  }

  /** How the node that was away came back. */
  public ExperimentFile returned(Return how) {
    root.putObject("returned")
        .put("node", how.node())
        .put("way", how.way())
        .put("megabytes", Math.round(how.megabytes() * 10) / 10.0)
        .put("seconds", seconds(how.toSynchronous()));
    return this;
  }

  /** What it was held against. */
  public ExperimentFile bounded(OutageBound bound) {
    root.putObject("bound")
        .put("name", "outage bound")
        .put("since", bound.since().name())
        .put("seconds", seconds(bound.total()))
        .put("derivation", bound.derivation());
    return this;
  }

  /** How the data were judged. */
  public ExperimentFile judged(Verdict verdict, FaultEvidence evidence) {
    ObjectNode data = root.putObject("verdict");
    RowSet rows = verdict.rows();
    data.put("acknowledged", rows.acknowledged());
    data.put("rejected", evidence.history().count(Outcome.REJECTED));
    data.put("unknown", evidence.history().count(Outcome.UNKNOWN));
    numbers(data.putArray("lost"), rows.lost());
    numbers(data.putArray("ghosts"), rows.ghosts());
    numbers(data.putArray("duplicates"), rows.duplicates());
    numbers(data.putArray("unexpected"), rows.unexpected());
    data.put("sound", verdict.sound());
    ArrayNode complaints = data.putArray("complaints");
    verdict.complaints().forEach(complaints::add);
    return this;
  }

  /** Writes it under a name made of the feature and the line, and a number if that is taken. */
  public Path write(Path directory) {
    String feature = root.path("feature").asText().replaceAll(".*/|\\.feature$", "");
    String stem = feature + "-" + root.path("line").asInt();
    try {
      Files.createDirectories(directory);
      Path file = directory.resolve(stem + ".json");
      for (int number = 2; Files.exists(file); number++) {
        file = directory.resolve(stem + "-" + number + ".json");
      }
      return Files.writeString(file, root.toPrettyString());
    } catch (IOException e) {
      throw new UncheckedIOException("The experiment's record cannot be written", e);
    }
  }

  private static void numbers(ArrayNode array, Collection<Long> numbers) {
    numbers.forEach(array::add);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
