package org.halab.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

class ExaminationSelectionTest {
  private static final TestDescriptor GUIDE = scenario("guide");
  private static final TestDescriptor EXAMINATION = scenario("examination");

  @Test
  void theGuidesOwnProjectIsComparedWithThePrintedText() {
    ExaminationSelection selection = new ExaminationSelection("", false);

    assertThat(selection.apply(GUIDE).included()).isTrue();
    assertThat(selection.apply(EXAMINATION).included()).isFalse();
  }

  @Test
  void anotherProjectIsExamined() {
    ExaminationSelection selection = new ExaminationSelection("", true);

    assertThat(selection.apply(GUIDE).included()).isFalse();
    assertThat(selection.apply(EXAMINATION).included()).isTrue();
  }

  @Test
  void tagsGetWhatTheyName() {
    assertThat(new ExaminationSelection("G2.4", true).apply(GUIDE).included()).isTrue();
    assertThat(new ExaminationSelection("G2.4", true).apply(EXAMINATION).included()).isFalse();
    assertThat(new ExaminationSelection("examination", false).apply(EXAMINATION).included())
        .isTrue();
  }

  private static TestDescriptor scenario(String tag) {
    return new AbstractTestDescriptor(UniqueId.forEngine("cucumber").append("scenario", tag), tag) {
      @Override
      public Set<TestTag> getTags() {
        return Set.of(TestTag.create(tag));
      }

      @Override
      public Type getType() {
        return Type.TEST;
      }
    };
  }
}
