package org.halab.deploy;

import java.util.Locale;
import org.halab.message.Message;

/** What to do about a failed Docker command, from what it printed. */
public final class Advice {
  private Advice() {}

  public static Message on(String output) {
    if (output.toLowerCase(Locale.ROOT).contains("no space left on device")) {
      return Message.of("deploy.advice.disk");
    }
    if (output.matches(
        "(?s).*(Temporary failure resolving|Could not resolve|Could not connect"
            + "|failed to resolve source metadata).*")) {
      return Message.of("deploy.advice.network");
    }
    return Message.of("deploy.advice.other");
  }
}
