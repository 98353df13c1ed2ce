package org.halab.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

class LongestFirstTest {
  private static final List<String> ORDER =
      List.of(
          "tasks/rejoin.feature",
          "tasks/entrypoints.feature",
          "tasks/other-stack.feature",
          "tasks/rejoin-alone.feature",
          "tasks/leader-loss.feature",
          "2-replication/replication.feature",
          "beyond/disk.feature",
          "beyond/instruments.feature");
  private static final UniqueId ENGINE = UniqueId.forEngine("cucumber");

  @Test
  void longFeaturesComeFirstInEitherLanguageAndUnknownOnesBeforeThem() {
    assertThat(
            ordered(
                1,
                "ru/tasks/leader-loss",
                "beyond/disk",
                "tasks/rejoin-alone",
                "beyond/new",
                "tasks/rejoin"))
        .containsExactly("new", "rejoin", "rejoin-alone", "leader-loss", "disk");
  }

  @Test
  void theLaneThatTakesFromTheBackBeginsWithALongOneToo() {
    assertThat(
            ordered(
                3,
                "tasks/leader-loss",
                "beyond/disk",
                "tasks/rejoin-alone",
                "beyond/new",
                "tasks/rejoin",
                "2-replication/replication",
                "beyond/instruments"))
        .containsExactly(
            "new", "rejoin", "leader-loss", "replication", "instruments", "disk", "rejoin-alone");
  }

  @Test
  void aFeatureOfWhichNothingIsLeftIsNotCounted() {
    EngineDescriptor engine =
        engine("tasks/rejoin", "tasks/entrypoints", "tasks/other-stack", "beyond/disk");
    LongestFirst filter = new LongestFirst(2, ORDER);
    for (TestDescriptor test : List.copyOf(engine.getDescendants())) {
      filter.apply(test);
      if (test.isTest() && test.getUniqueId().toString().contains("entrypoints")) {
        test.removeFromHierarchy();
      }
    }

    assertThat(names(engine)).containsExactly("rejoin", "disk", "other-stack", "entrypoints");
  }

  @Test
  void eachThatIsNamedIsThere() {
    assertThat(LongestFirst.ORDER)
        .doesNotHaveDuplicates()
        .allSatisfy(path -> assertThat(Path.of("features", path)).exists());
  }

  private static List<String> ordered(int lanes, String... features) {
    EngineDescriptor engine = engine(features);
    LongestFirst filter = new LongestFirst(lanes, ORDER);
    engine.getDescendants().forEach(test -> assertThat(filter.apply(test).included()).isTrue());
    return names(engine);
  }

  private static EngineDescriptor engine(String... features) {
    EngineDescriptor engine = new EngineDescriptor(ENGINE, "Cucumber");
    for (String feature : features) {
      engine.addChild(feature("file:/lab/features/" + feature + ".feature"));
    }
    return engine;
  }

  private static List<String> names(EngineDescriptor engine) {
    return engine.getChildren().stream()
        .map(feature -> Path.of(feature.getDisplayName()).getFileName().toString())
        .map(name -> name.replace(".feature", ""))
        .toList();
  }

  private static TestDescriptor feature(String id) {
    UniqueId place = ENGINE.append("feature", id);
    TestDescriptor feature = new Named(place, id, TestDescriptor.Type.CONTAINER);
    feature.addChild(
        new Named(place.append("scenario", "1"), "a scenario", TestDescriptor.Type.TEST));
    return feature;
  }

  private static final class Named extends AbstractTestDescriptor {
    private final Type type;

    Named(UniqueId id, String name, Type type) {
      super(id, name);
      this.type = type;
    }

    @Override
    public Type getType() {
      return type;
    }
  }
}
