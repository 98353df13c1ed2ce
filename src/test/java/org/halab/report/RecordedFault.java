package org.halab.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.halab.checker.BankLedger;
import org.halab.checker.CounterBounds;
import org.halab.checker.MonotonicReads;
import org.halab.checker.RowSet;
import org.halab.checker.UnknownWrites;
import org.halab.checker.Verdict;
import org.halab.checker.WritableNodes;
import org.halab.checker.WriteOrder;
import org.halab.checker.failover.Failover;
import org.halab.checker.failover.FaultEvidence;
import org.halab.domain.Answerer;
import org.halab.domain.History;
import org.halab.domain.Lane;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.domain.Operation;
import org.halab.domain.Outcome;
import org.halab.domain.Settings;
import org.halab.domain.WriteProbe;
import org.halab.message.Message;
import org.halab.report.model.Experiment;

/**
 * What a real run recorded of one fault, before anything was found in it: what clients were
 * answered, what was seen of each part, the lines of the logs. The product makes its record of it.
 */
final class RecordedFault {
  private static final List<Node> NODES =
      List.of(new Node("pg-master", "postgresql0"), new Node("pg-slave", "postgresql1"));

  private final JsonNode json;

  RecordedFault(Path file) throws IOException {
    json = new ObjectMapper().readTree(file.toFile());
  }

  JsonNode json() {
    return json;
  }

  Instant at() {
    return moment(json.path("fault").path("at"));
  }

  Node oldLeader() {
    return node(beforeTheFault().path("arguments").path("holder").asText());
  }

  /** Who held the key last. */
  Node newLeader() {
    return events("LOCK_TAKEN")
        .map(one -> node(one.path("arguments").path("holder").asText()))
        .reduce((earlier, later) -> later)
        .orElse(oldLeader());
  }

  Stream<JsonNode> events(String kind) {
    return each(json.path("events")).filter(one -> one.path("kind").asText().equals(kind));
  }

  static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  static Instant moment(JsonNode text) {
    return Instant.parse(text.asText());
  }

  Experiment made() {
    History history =
        new History(each(json.path("operations")).map(RecordedFault::operation).toList());
    RowSet rows =
        new RowSet(
            history.numbers(Outcome.ACKNOWLEDGED).size(), Set.of(), Set.of(), Set.of(), Set.of());
    return new ExperimentRecord(
            new ExperimentRecord.ScenarioName(
                json.path("feature").asText(),
                json.path("line").asInt(),
                json.path("scenario").asText()),
            json.path("stack").asText(),
            settings())
        .of(
            new Failover(evidence(history)),
            new Verdict(
                rows,
                new WriteOrder(List.of()),
                new CounterBounds(0, 0, 0),
                new BankLedger(true, true, Set.of(), Set.of(), Set.of()),
                new MonotonicReads(List.of()),
                new WritableNodes(List.of()),
                new UnknownWrites(Map.of())),
            Duration.ZERO);
  }

  private FaultEvidence evidence(History history) {
    return new FaultEvidence(
        Message.text("It was broken"),
        at(),
        Optional.of(json.path("fault").path("healedAt"))
            .filter(one -> !one.isNull())
            .map(RecordedFault::moment),
        oldLeader(),
        newLeader(),
        lock(beforeTheFault()),
        each(json.path("events"))
            .filter(one -> !one.path("evidence").asText().isEmpty())
            .map(
                one ->
                    new LogLine(
                        moment(one.path("at")),
                        one.path("who").asText(),
                        one.path("evidence").asText()))
            .toList(),
        lockChanges(),
        each(json.path("lanes")).map(RecordedFault::lane).toList(),
        Optional.of(json.path("writeTaken"))
            .filter(one -> !one.isMissingNode())
            .map(RecordedFault::moment)
            .map(end -> new WriteProbe(newLeader().service(), end.minusMillis(5), end, true))
            .stream()
            .toList(),
        history,
        settings());
  }

  private JsonNode beforeTheFault() {
    return events("FAULT").findFirst().orElseThrow();
  }

  private List<LockChange> lockChanges() {
    List<LockChange> changes = new ArrayList<>();
    changes.add(new LockChange(at().minusSeconds(1), Optional.of(lock(beforeTheFault()))));
    each(json.path("events"))
        .filter(one -> one.path("kind").asText().startsWith("LOCK_"))
        .filter(one -> one.path("evidence").asText().isEmpty())
        .map(
            one ->
                new LockChange(
                    moment(one.path("at")),
                    one.path("kind").asText().equals("LOCK_TAKEN")
                        ? Optional.of(lock(one))
                        : Optional.empty()))
        .forEach(changes::add);
    return changes;
  }

  private static LeaderLock lock(JsonNode event) {
    return new LeaderLock(
        event.path("arguments").path("holder").asText(),
        event.path("arguments").path("session").asText(),
        moment(event.path("at")));
  }

  private static Node node(String member) {
    return NODES.stream().filter(one -> one.member().equals(member)).findFirst().orElseThrow();
  }

  private static Lane lane(JsonNode lane) {
    return new Lane(
        lane.path("name").asText(),
        Lane.Kind.valueOf(lane.path("kind").asText().toUpperCase(Locale.ROOT)),
        each(lane.path("changes"))
            .map(one -> new Lane.Change(moment(one.path("at")), one.path("value").asText()))
            .toList());
  }

  private static Operation operation(JsonNode one) {
    return new Operation(
        Operation.Kind.valueOf(one.path("kind").asText()),
        one.path("number").asLong(),
        moment(one.path("start")),
        moment(one.path("end")),
        Outcome.valueOf(one.path("outcome").asText()),
        one.path("error").asText(),
        Optional.of(one.path("by"))
            .filter(by -> !by.isMissingNode())
            .map(by -> new Answerer(by.path("node").asText(), by.path("replica").asBoolean())));
  }

  private Settings settings() {
    return new Settings(
        setting("ttl"),
        setting("loop_wait"),
        setting("retry_timeout"),
        setting("tickTime"),
        setting("inter"),
        setting("timeout check"),
        (int) setting("rise").toSeconds(),
        (int) setting("fall").toSeconds());
  }

  private Duration setting(String name) {
    return Duration.ofMillis((long) (1000 * json.path("settings").path(name).asDouble()));
  }
}
