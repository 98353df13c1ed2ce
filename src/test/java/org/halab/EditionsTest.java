package org.halab;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.cli.Main;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.Argument;
import io.cucumber.plugin.event.DataTableArgument;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Node;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestSourceParsed;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.halab.message.Language;
import org.halab.message.Terms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Russian edition of the guide's features is the English one in other words. Runs no step. */
class EditionsTest {
  private static final String RUSSIAN = "features/ru/";

  private static final Map<String, List<String>> OUTLINES = new TreeMap<>();
  private static final Map<String, List<TestCase>> SCENARIOS = new TreeMap<>();

  private final List<String> differences = new ArrayList<>();

  @BeforeAll
  static void collect() {
    Main.run(
        "--dry-run",
        "--glue",
        "org.halab.steps",
        "--plugin",
        Collector.class.getName(),
        "--no-summary",
        "features");
  }

  @Test
  void everyFeatureOfTheGuideIsThereInBoth() {
    List<String> english =
        OUTLINES.keySet().stream()
            .filter(file -> !file.startsWith(RUSSIAN) && !file.startsWith("features/beyond/"))
            .map(EditionsTest::russian)
            .toList();

    assertThat(english)
        .isNotEmpty()
        .containsExactlyElementsOf(
            OUTLINES.keySet().stream().filter(file -> file.startsWith(RUSSIAN)).toList());
  }

  @Test
  void rulesAndScenariosStandInTheSameOrder() {
    forBoth(OUTLINES, (english, russian) -> assertThat(russian).isEqualTo(english));
  }

  @Test
  void scenariosHaveTheSameTagsAndTheSameSteps() {
    forBoth(SCENARIOS, this::compareAll);

    assertThat(differences).isEmpty();
  }

  private void compareAll(List<TestCase> english, List<TestCase> russian) {
    compare(place(russian.get(0), 1), "number of scenarios", english.size(), russian.size());
    for (int i = 0; i < Math.min(english.size(), russian.size()); i++) {
      compare(english.get(i), russian.get(i));
    }
  }

  private void compare(TestCase english, TestCase russian) {
    String place = place(russian, russian.getLocation().getLine());
    compare(place, "tags", english.getTags(), russian.getTags());
    List<PickleStepTestStep> ours = steps(english);
    List<PickleStepTestStep> theirs = steps(russian);
    compare(place, "number of steps", ours.size(), theirs.size());
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      compare(
          place(russian, theirs.get(i).getStep().getLocation().getLine()),
          ours.get(i),
          theirs.get(i));
    }
  }

  private void compare(String place, PickleStepTestStep english, PickleStepTestStep russian) {
    compare(place, "step method", english.getCodeLocation(), russian.getCodeLocation());
    compare(place, "arguments", arguments(english), arguments(russian));
    List<List<String>> ours = table(english);
    List<List<String>> theirs = table(russian);
    compare(place, "number of rows", ours.size(), theirs.size());
    for (int row = 0; row < Math.min(ours.size(), theirs.size()); row++) {
      compare(place, "row " + (row + 1), ours.get(row), inWordsOf(ours.get(row), theirs.get(row)));
    }
  }

  private void compare(String place, String what, Object english, Object russian) {
    if (!english.equals(russian)) {
      differences.add("%s: %s: %s instead of %s".formatted(place, what, russian, english));
    }
  }

  /** Data may be in Russian; what the steps know as words must have the same meaning. */
  private static List<String> inWordsOf(List<String> english, List<String> russian) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < russian.size(); i++) {
      String cell = english(russian.get(i));
      boolean data = cell.equals(russian.get(i)) && cell.matches("[А-ЯЁа-яё -]+");
      row.add(data && i < english.size() ? english.get(i) : cell);
    }
    return row;
  }

  private static String english(String said) {
    return Terms.english(said, Language.RUSSIAN);
  }

  private static List<String> arguments(PickleStepTestStep step) {
    return step.getDefinitionArgument().stream()
        .map(Argument::getValue)
        .map(EditionsTest::english)
        .toList();
  }

  private static List<List<String>> table(PickleStepTestStep step) {
    return step.getStep().getArgument() instanceof DataTableArgument table
        ? table.cells().stream()
            .map(row -> row.stream().map(cell -> cell == null ? "" : cell).toList())
            .toList()
        : List.of();
  }

  private static List<PickleStepTestStep> steps(TestCase scenario) {
    return scenario.getTestSteps().stream()
        .filter(PickleStepTestStep.class::isInstance)
        .map(PickleStepTestStep.class::cast)
        .toList();
  }

  private static <T> void forBoth(Map<String, T> features, BiConsumer<T, T> comparison) {
    features.forEach(
        (file, english) -> {
          if (features.containsKey(russian(file))) {
            comparison.accept(english, features.get(russian(file)));
          }
        });
  }

  private static String russian(String english) {
    return english.replaceFirst("^features/", RUSSIAN);
  }

  private static String place(TestCase scenario, int line) {
    return path(scenario.getUri()) + ":" + line;
  }

  private static String path(URI feature) {
    String path = feature.getSchemeSpecificPart();
    return path.substring(path.lastIndexOf("features/"));
  }

  /** Made by Cucumber. */
  public static final class Collector implements ConcurrentEventListener {
    @Override
    public void setEventPublisher(EventPublisher publisher) {
      publisher.registerHandlerFor(
          TestSourceParsed.class,
          event ->
              OUTLINES.put(
                  path(event.getUri()), event.getNodes().stream().flatMap(this::kinds).toList()));
      publisher.registerHandlerFor(
          TestCaseFinished.class,
          event ->
              SCENARIOS
                  .computeIfAbsent(path(event.getTestCase().getUri()), file -> new ArrayList<>())
                  .add(event.getTestCase()));
    }

    /** What stands in a feature, from the top to the bottom, without its words. */
    private Stream<String> kinds(Node node) {
      Stream<String> kind =
          Stream.of(
                  Node.Feature.class,
                  Node.Rule.class,
                  Node.ScenarioOutline.class,
                  Node.Scenario.class,
                  Node.Examples.class,
                  Node.Example.class)
              .filter(one -> one.isInstance(node))
              .map(Class::getSimpleName);
      return node instanceof Node.Container<?> container
          ? Stream.concat(kind, container.elements().stream().flatMap(this::kinds))
          : kind;
    }
  }
}
