package org.halab.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.domain.LabException;

/** What Compose says of files that it refuses: it names a setting, seldom the line. */
final class ComposeComplaint {
  private static final Pattern SETTING =
      Pattern.compile(
          "\\b((?:services|volumes|networks|configs|secrets)(?:\\.[\\w-]+)+)"
              + "(?: Additional property ([\\w-]+) is not allowed)?");
  private static final Pattern LINE = Pattern.compile("yaml: line (\\d+)");

  private ComposeComplaint() {}

  /**
   * Where the setting stands that the complaint names: {@code FILE:LINE}; empty if it names none.
   */
  static Optional<String> place(List<Path> files, String complaint) {
    Matcher line = LINE.matcher(complaint);
    if (line.find() && files.size() == 1) {
      return Optional.of(files.get(0) + ":" + line.group(1));
    }
    Matcher setting = SETTING.matcher(complaint);
    if (!setting.find()) {
      return Optional.empty();
    }
    List<String> path = new ArrayList<>(List.of(setting.group(1).split("\\.")));
    if (setting.group(2) != null) {
      path.add(setting.group(2));
    }
    for (; path.size() > 1; path.remove(path.size() - 1)) {
      for (Path file : files) {
        Optional<Integer> found = line(file, path);
        if (found.isPresent()) {
          return Optional.of(file + ":" + found.get());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> line(Path file, List<String> path) {
    try {
      return YamlSource.read(file).line(path.toArray(String[]::new));
    } catch (LabException e) {
      return Optional.empty();
    }
  }
}
