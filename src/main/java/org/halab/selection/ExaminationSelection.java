package org.halab.selection;

import org.halab.options.Options;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * A project of somebody else is examined, and the guide's own is compared with what is printed: the
 * features tagged {@code @examination} are those of the first alone. Who asks for tags gets what
 * they name.
 */
public final class ExaminationSelection implements PostDiscoveryFilter {
  private static final TestTag EXAMINATION = TestTag.create("examination");

  private final String groups;
  private final boolean foreign;

  public ExaminationSelection() {
    this(
        System.getProperty("groups", ""),
        Options.ofThisRun().foreignProject() && !Options.ofThisRun().series());
  }

  /**
   * @param groups the tags asked for; empty if none were
   * @param foreign whether a project was named
   */
  ExaminationSelection(String groups, boolean foreign) {
    this.groups = groups;
    this.foreign = foreign;
  }

  @Override
  public FilterResult apply(TestDescriptor test) {
    if (!test.isTest() || LanguageSelection.byName(System.getProperty("cucumber.features"))) {
      return FilterResult.included("a scenario that was asked for, or no scenario");
    }
    boolean examines = test.getTags().contains(EXAMINATION);
    return FilterResult.includedIf(
        groups.isBlank()
            ? examines == foreign
            : !examines || groups.contains(EXAMINATION.getName()));
  }
}
