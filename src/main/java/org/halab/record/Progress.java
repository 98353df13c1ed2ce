package org.halab.record;

/** Lines that tell whoever watches the terminal what takes long. */
public final class Progress {
  private Progress() {}

  public static void say(String line) {
    System.out.println(line.startsWith("[") ? line : "[lab] " + line);
  }
}
