package org.halab.grade;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.finding.Item;
import org.halab.finding.ItemVerdict.Outcome;
import org.halab.message.Message;
import org.yaml.snakeyaml.nodes.Node;

/** The parts of the teacher's file: every item and every outcome once, and findings as wished. */
final class PointsFile {
  private static final Set<String> PARTS = Set.of("points", "extra", "outcomes", "findings");
  private static final int MOST = 1000;

  private final PointsYaml yaml;

  PointsFile(Path file) {
    this.yaml = new PointsYaml(file);
  }

  Points points() {
    Map<String, Node> parts = parts(yaml.root());
    Map<Item, Integer> most = items(parts, "points");
    Map<Item, Integer> extra = items(parts, "extra");
    extra.forEach(
        (item, points) -> {
          if (most.put(item, points) != null) {
            throw yaml.wrong(
                parts.get("extra"), Message.of("grade.points.both").with("item", item));
          }
        });
    missing(List.of(Item.values()), most.keySet())
        .ifPresent(
            item -> {
              throw yaml.wrong(
                  parts.get("points"), Message.of("grade.points.noItem").with("item", item));
            });
    return new Points(most, extra.keySet(), outcomes(parts.get("outcomes")), findings(parts));
  }

  private Map<String, Node> parts(Node root) {
    Map<String, Node> parts = new LinkedHashMap<>();
    yaml.entries(root).forEach((name, part) -> parts.put(yaml.word(name, PARTS), part));
    missing(List.of("points", "outcomes"), parts.keySet())
        .ifPresent(
            part -> {
              throw yaml.wrong(root, Message.of("grade.points.noPart").with("part", part));
            });
    return parts;
  }

  private Map<Item, Integer> items(Map<String, Node> parts, String part) {
    return parts.containsKey(part)
        ? numbers(parts.get(part), named(Item.values(), Item::toString), MOST)
        : Map.of();
  }

  private Map<Outcome, Integer> outcomes(Node part) {
    Map<Outcome, Integer> kept = numbers(part, named(Outcome.values(), PointsFile::name), 100);
    missing(List.of(Outcome.values()), kept.keySet())
        .ifPresent(
            outcome -> {
              throw yaml.wrong(
                  part, Message.of("grade.points.noOutcome").with("outcome", name(outcome)));
            });
    return kept;
  }

  /** Codes are not known here: one that no finding has is never looked up. */
  private Map<String, Integer> findings(Map<String, Node> parts) {
    Map<String, Integer> kept = new HashMap<>();
    if (parts.containsKey("findings")) {
      yaml.entries(parts.get("findings"))
          .forEach((code, value) -> kept.put(code.getValue(), yaml.number(value, 100)));
    }
    return kept;
  }

  private <T> Map<T, Integer> numbers(Node part, Map<String, T> known, int most) {
    Map<T, Integer> numbers = new HashMap<>();
    yaml.entries(part)
        .forEach(
            (name, value) ->
                numbers.put(known.get(yaml.word(name, known.keySet())), yaml.number(value, most)));
    return numbers;
  }

  private static <T> Map<String, T> named(T[] all, Function<T, String> name) {
    return Stream.of(all).collect(Collectors.toMap(name, Function.identity()));
  }

  /** As the file has it: {@code not-tried}. */
  private static String name(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> Optional<T> missing(List<T> wanted, Collection<T> present) {
    return wanted.stream().filter(one -> !present.contains(one)).findFirst();
  }
}
