package org.halab.stack;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths of a container, which has slashes whatever this machine has. */
public final class PathInContainer {
  private PathInContainer() {}

  /** Absolute, without {@code .}, {@code ..}, and slashes that say nothing. */
  public static String normal(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  /** The same of a path as it is seen from a directory. */
  public static String absolute(String directory, String path) {
    return normal(path.startsWith("/") ? path : directory + "/" + path);
  }
}
