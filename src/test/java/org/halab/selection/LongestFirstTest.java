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
  void eachThatIsNamedIsThere() {
    assertThat(LongestFirst.ORDER)
        .doesNotHaveDuplicates()
        .allSatisfy(path -> assertThat(Path.of("features", path)).exists());
  }

  private static List<String> ordered(int lanes, String... features) {
    EngineDescriptor engine = new EngineDescriptor(ENGINE, "Cucumber");
    for (String feature : features) {
      engine.addChild(feature("file:/lab/features/" + feature + ".feature"));
    }
    LongestFirst filter = new LongestFirst(lanes);
    engine.getDescendants().forEach(test -> assertThat(filter.apply(test).included()).isTrue());
    return engine.getChildren().stream()
        .map(feature -> Path.of(feature.getDisplayName()).getFileName().toString())
        .map(name -> name.replace(".feature", ""))
        .toList();
  }

  private static TestDescriptor feature(String id) {
    return new Named(ENGINE.append("feature", id), id);
  }

  private static final class Named extends AbstractTestDescriptor {
    Named(UniqueId id, String name) {
      super(id, name);
    }

    @Override
    public Type getType() {
      return Type.CONTAINER;
    }
  }
}
