package org.halab.support;

/** Lines that tell whoever watches the terminal what takes long. */
final class Progress {
  private Progress() {}

  static void say(String line) {
    System.out.println(line.startsWith("[") ? line : "[lab] " + line);
  }
}
