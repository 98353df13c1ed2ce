package org.halab.reading;

import java.util.ArrayList;
import java.util.List;

/** Every setting that a node has, under its path. */
final class SettingPaths {
  private static final int DEPTH = 12;

  private SettingPaths() {}

  static List<String> of(ReadNode node) {
    List<String> paths = new ArrayList<>();
    collect(node, "", paths, DEPTH);
    return paths;
  }

  private static void collect(ReadNode node, String above, List<String> paths, int depth) {
    for (String key : node.settings().keys(above)) {
      String path = above.isEmpty() ? key : above + "." + key;
      paths.add(path);
      if (depth > 0 && !key.contains(".") && !key.isEmpty()) {
        collect(node, path, paths, depth - 1);
      }
    }
  }
}
