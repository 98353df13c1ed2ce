package org.halab.deploy;

import java.util.Locale;

/** What to do about a failed Docker command, from what it printed. */
public final class Advice {
  private Advice() {}

  public static String on(String output) {
    if (output.toLowerCase(Locale.ROOT).contains("no space left on device")) {
      return "The engine's disk is full: free some space ('docker system df' shows what Docker holds) and run the same command again.";
    }
    if (output.matches(
        "(?s).*(Temporary failure resolving|Could not resolve|Could not connect"
            + "|failed to resolve source metadata).*")) {
      return "The build found no package mirror or registry: check the network and run the same command again.";
    }
    return "Mend what the last lines name, and run the same command again.";
  }
}
