package org.halab.selection;

import java.util.Optional;
import org.halab.record.Places;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves out the features in other languages than the run's: they are the same scenarios again. One
 * that was asked for by its file is run, whatever its language.
 */
public final class LanguageSelection implements PostDiscoveryFilter {
  private final boolean all = byName(System.getProperty("cucumber.features"));
  private final Edition edition = Edition.chosen();

  @Override
  public FilterResult apply(TestDescriptor test) {
    Optional<FileSource> file =
        test.getSource().filter(FileSource.class::isInstance).map(FileSource.class::cast);
    return FilterResult.includedIf(
        all || file.map(one -> edition.has(Places.path(one.getUri()))).orElse(true));
  }

  /**
   * @param features what was asked for, as {@code -Dcucumber.features}; null if nothing was
   */
  static boolean byName(String features) {
    return features != null && !features.matches("(\\./)?features/?");
  }
}
