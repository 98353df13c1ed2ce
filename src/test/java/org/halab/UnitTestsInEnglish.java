package org.halab;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Unit tests compare English words, also in a run whose features and report are in another
 * language: Maven hands what is given with {@code -D} to both, and no configuration of it can say
 * otherwise.
 */
public final class UnitTestsInEnglish implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (Boolean.getBoolean("lab.unit-tests")) {
      System.clearProperty("lab.language");
    }
  }
}
