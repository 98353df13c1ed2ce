package org.halab;

import org.halab.selection.Request;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/** Runs the features; from an IDE too. See {@code junit-platform.properties}. */
@Suite(failIfNoTests = true)
@IncludeEngines("cucumber")
@SelectDirectories("features")
class FeaturesTest {

  @BeforeSuite
  static void requestMakesSense() {
    Request.require();
  }
}
