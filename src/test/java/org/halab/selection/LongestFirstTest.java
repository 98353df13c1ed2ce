package org.halab.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

class LongestFirstTest {
  private static final UniqueId ENGINE = UniqueId.forEngine("cucumber");

  @Test
  void longFeaturesComeFirstInEitherLanguageAndUnknownOnesBeforeThem() {
    EngineDescriptor engine = new EngineDescriptor(ENGINE, "Cucumber");
    engine.addChild(feature("file:/lab/features/ru/tasks/leader-loss.feature"));
    engine.addChild(feature("file:/lab/features/beyond/disk.feature"));
    engine.addChild(feature("file:/lab/features/tasks/rejoin-alone.feature"));
    engine.addChild(feature("file:/lab/features/beyond/new.feature"));
    engine.addChild(feature("file:/lab/features/tasks/rejoin.feature"));

    engine
        .getDescendants()
        .forEach(test -> assertThat(new LongestFirst().apply(test).included()).isTrue());

    assertThat(engine.getChildren())
        .extracting(feature -> Path.of(feature.getDisplayName()).getFileName().toString())
        .containsExactly(
            "new.feature",
            "rejoin.feature",
            "rejoin-alone.feature",
            "leader-loss.feature",
            "disk.feature");
  }

  @Test
  void eachThatIsNamedIsThere() {
    assertThat(LongestFirst.ORDER)
        .doesNotHaveDuplicates()
        .allSatisfy(path -> assertThat(Path.of("features", path)).exists());
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
