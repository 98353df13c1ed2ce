package org.halab.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

class LongestFirstTest {
  private static final UniqueId ENGINE = UniqueId.forEngine("cucumber");

  @Test
  void longFeaturesComeFirstAndElseTheOrderStays() {
    EngineDescriptor engine = new EngineDescriptor(ENGINE, "Cucumber");
    engine.addChild(feature("short", "fault"));
    engine.addChild(feature("first", "fault", "long"));
    engine.addChild(feature("shorter", "guide"));
    engine.addChild(feature("second", "long"));

    engine
        .getDescendants()
        .forEach(test -> assertThat(new LongestFirst().apply(test).included()).isTrue());

    assertThat(engine.getChildren())
        .extracting(TestDescriptor::getDisplayName)
        .containsExactly("first", "second", "short", "shorter");
  }

  private static TestDescriptor feature(String name, String... tags) {
    TestDescriptor feature = new Named(ENGINE.append("feature", name), name, Set.of());
    Set<TestTag> all = Set.of(tags).stream().map(TestTag::create).collect(Collectors.toSet());
    feature.addChild(new Named(feature.getUniqueId().append("scenario", "1"), name, all));
    return feature;
  }

  private static final class Named extends AbstractTestDescriptor {
    private final Set<TestTag> tags;

    Named(UniqueId id, String name, Set<TestTag> tags) {
      super(id, name);
      this.tags = tags;
    }

    @Override
    public Set<TestTag> getTags() {
      return tags;
    }

    @Override
    public Type getType() {
      return Type.CONTAINER;
    }
  }
}
