package org.halab.record;

import org.halab.message.Message;

/** Lines that tell whoever watches the terminal what takes long. */
public final class Progress {
  private Progress() {}

  /** In the language of the run. */
  public static void say(Message line) {
    say(line.toString());
  }

  public static void say(String line) {
    System.out.println(line.startsWith("[") ? line : "[lab] " + line);
  }
}
