package org.halab.grade.written;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Hint;
import org.halab.finding.Item;
import org.halab.finding.ItemVerdict;
import org.halab.finding.ItemVerdict.Outcome;
import org.halab.finding.Severity;
import org.halab.grade.Grade;
import org.halab.grade.Grade.ItemGrade;
import org.halab.grade.Verdicts;
import org.halab.message.Message;

/**
 * All that became of a project, to be read again: {@code verdicts.json}. An item names its findings
 * by their positions; what is said stands there apart from its words, so that it can be read in any
 * language.
 */
public final class ResultsFile {
  private static final String NAME = "verdicts.json";

  /** Of the form. One of another version is none: the project is to be examined again. */
  private static final int VERSION = 1;

  /** In characters: a line of a log may have gigabytes. */
  private static final int LINE = 1000;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ResultsFile() {}

  /**
   * Writes it.
   *
   * @param directory is made if it is not there
   * @return the file
   */
  public static Path write(Path directory, Results results) {
    try {
      return TextFile.write(directory.resolve(NAME), text(json(results)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A stranger's text may hold halves of characters, which no encoding has. */
  private static String text(ObjectNode root) throws JsonProcessingException {
    return MAPPER
        .writerWithDefaultPrettyPrinter()
        .with(JsonWriteFeature.ESCAPE_NON_ASCII)
        .writeValueAsString(root);
  }

  /** Empty if there is none in that directory, or none of this version. */
  public static Optional<Results> read(Path directory) {
    Path file = directory.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode root = MAPPER.readTree(file.toFile());
      return root.path("version").asInt() == VERSION
          ? Optional.of(results(root))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ObjectNode json(Results results) {
    Verdicts verdicts = results.verdicts();
    ObjectNode root =
        Json.object()
            .put("version", VERSION)
            .put("project", results.project())
            .put("earned", results.grade().earned())
            .put("full", results.grade().full());
    ArrayNode findings = root.putArray("findings");
    verdicts.findings().forEach(one -> findings.add(json(one)));
    ArrayNode items = root.putArray("items");
    results.grade().items().forEach(one -> items.add(json(one, verdicts.findings())));
    return root;
  }

  private static ObjectNode json(Finding finding) {
    ObjectNode node =
        Json.object().put("code", finding.code()).put("severity", finding.severity().name());
    ArrayNode items = node.putArray("items");
    finding.items().stream().sorted().map(Item::toString).forEach(items::add);
    finding.places().forEach(node.putArray("places")::add);
    finding.evidence().stream()
        .map(line -> line.substring(0, Math.min(line.length(), LINE)))
        .forEach(node.putArray("evidence")::add);
    node.set("seen", MAPPER.valueToTree(finding.seen()));
    finding.hint().ifPresent(hint -> node.set("hint", MAPPER.valueToTree(hint)));
    return node;
  }

  private static ObjectNode json(ItemGrade grade, List<Finding> findings) {
    ObjectNode node =
        Json.object()
            .put("item", grade.verdict().item().toString())
            .put("outcome", grade.verdict().outcome().name())
            .put("earned", grade.earned())
            .put("most", grade.most())
            .put("extra", grade.extra());
    ArrayNode positions = node.putArray("findings");
    grade.verdict().findings().forEach(one -> positions.add(findings.indexOf(one)));
    return node;
  }

  private static Results results(JsonNode root) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode one : root.path("findings")) {
      findings.add(finding(one));
    }
    List<ItemGrade> items = new ArrayList<>();
    for (JsonNode one : root.path("items")) {
      items.add(grade(one, findings));
    }
    return new Results(
        root.path("project").asText(),
        new Verdicts(findings, items.stream().map(ItemGrade::verdict).toList()),
        new Grade(items, root.path("earned").asInt(), root.path("full").asInt()));
  }

  private static Finding finding(JsonNode node) throws IOException {
    Set<Item> items = new LinkedHashSet<>();
    node.path("items").forEach(one -> items.add(item(one)));
    return new Finding(
        node.path("code").asText(),
        Severity.valueOf(node.path("severity").asText()),
        items,
        list(node.path("places"), JsonNode::asText),
        list(node.path("evidence"), JsonNode::asText),
        MAPPER.treeToValue(node.path("seen"), Message.class),
        node.has("hint")
            ? Optional.of(MAPPER.treeToValue(node.path("hint"), Hint.class))
            : Optional.empty());
  }

  private static ItemGrade grade(JsonNode node, List<Finding> findings) {
    return new ItemGrade(
        new ItemVerdict(
            item(node.path("item")),
            Outcome.valueOf(node.path("outcome").asText()),
            list(node.path("findings"), one -> finding(one.asInt(-1), findings))),
        node.path("earned").asInt(),
        node.path("most").asInt(),
        node.path("extra").asBoolean());
  }

  private static Finding finding(int position, List<Finding> findings) {
    if (position < 0 || position >= findings.size()) {
      throw new IllegalArgumentException("There is no finding " + position);
    }
    return findings.get(position);
  }

  private static Item item(JsonNode id) {
    return Stream.of(Item.values())
        .filter(one -> one.toString().equals(id.asText()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no item " + id));
  }

  private static <T> List<T> list(JsonNode several, Function<JsonNode, T> each) {
    List<T> all = new ArrayList<>();
    several.forEach(one -> all.add(each.apply(one)));
    return all;
  }
}
