package org.halab.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which Compose can do what the lab asks of it. */
final class ComposeVersion {
  /** Inline overrides and JSON output as the lab uses them; {@code setup.sh} asks for the same. */
  static final String NEEDED = "2.24";

  private static final int MAJOR = 2;
  private static final int MINOR = 24;
  private static final Pattern VERSION = Pattern.compile("v?(\\d+)\\.(\\d+).*");

  private ComposeVersion() {}

  /**
   * @param printed by {@code docker compose version --short}
   */
  static boolean sufficient(String printed) {
    Matcher matcher = VERSION.matcher(printed.strip());
    if (!matcher.matches()) {
      return false;
    }
    int major = Integer.parseInt(matcher.group(1));
    return major > MAJOR || (major == MAJOR && Integer.parseInt(matcher.group(2)) >= MINOR);
  }
}
