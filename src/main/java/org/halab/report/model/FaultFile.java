package org.halab.report.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The summary of all faults in a form that programs read; lengths of time in seconds. */
public final class FaultFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FaultFile() {}

  /**
   * @throws IOException if it cannot be written
   */
  public static void write(List<FaultSummary> faults, Path file) throws IOException {
    ArrayNode all = JSON.createArrayNode();
    faults.forEach(fault -> all.add(node(fault)));
    Files.writeString(file, all.toPrettyString());
  }

  private static ObjectNode node(FaultSummary fault) {
    ObjectNode node = JSON.createObjectNode();
    node.put("scenario", fault.scenario());
    node.put("stack", fault.stack());
    node.put("runs", fault.experiments().size());
    fault.toFirstSuccess().ifPresent(one -> node.set("toFirstSuccess", node(one)));
    fault.toLastFailure().ifPresent(one -> node.set("toLastFailure", node(one)));
    fault.bound().ifPresent(bound -> node.put("bound", bound.seconds()));
    ObjectNode phases = node.putObject("phases");
    fault.phases().forEach((name, one) -> phases.set(name, node(one)));
    fault.toSynchronous().ifPresent(one -> node.set("toSynchronous", node(one)));
    ArrayNode ways = node.putArray("ways");
    fault.ways().forEach(way -> ways.add(node(way)));
    node.put("acknowledged", fault.acknowledged());
    node.put("lost", fault.lost());
    node.put("ghosts", fault.ghosts());
    node.put("duplicates", fault.duplicates());
    return node;
  }

  private static ObjectNode node(WaySummary way) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", way.name());
    way.firstSuccess().ifPresent(one -> node.set("firstSuccess", node(one)));
    way.lastFailure().ifPresent(one -> node.set("lastFailure", node(one)));
    ArrayNode led = node.putArray("ledToReplica");
    way.ledToReplica().forEach(led::add);
    return node;
  }

  private static ObjectNode node(Spread spread) {
    return JSON.createObjectNode()
        .put("median", spread.median())
        .put("least", spread.least())
        .put("most", spread.most())
        .put("count", spread.count());
  }
}
