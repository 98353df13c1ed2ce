package org.halab.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text file of the project.
 *
 * @param name relative to the project
 */
public record ProjectText(String name, String text) {
  private static final long LARGEST = 1 << 18;

  /** Empty if it is not there, larger than 256 KiB, or leads out of the project. */
  public static Optional<ProjectText> of(Path directory, Path file) {
    try {
      if (!Files.isRegularFile(file)
          || Files.size(file) > LARGEST
          || !file.toRealPath().startsWith(directory.toRealPath())) {
        return Optional.empty();
      }
      return Optional.of(
          new ProjectText(
              relative(directory, file),
              new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** As findings name a file: below the project, or its last name alone. */
  static String relative(Path directory, Path file) {
    Path from = directory.toAbsolutePath().normalize();
    Path whole = file.toAbsolutePath().normalize();
    return whole.startsWith(from)
        ? from.relativize(whole).toString().replace('\\', '/')
        : String.valueOf(whole.getFileName());
  }

  public List<String> lines() {
    return List.of(text.split("\\R", -1));
  }

  /** The first line in which this is found, as {@code FILE:LINE}; the file alone if in none. */
  String place(Pattern pattern) {
    return place(pattern, 1);
  }

  /**
   * @param from the line to begin with, from 1
   */
  String place(Pattern pattern, int from) {
    List<String> lines = lines();
    for (int i = from - 1; i < lines.size(); i++) {
      if (pattern.matcher(lines.get(i)).find()) {
        return name + ":" + (i + 1);
      }
    }
    return name;
  }

  boolean hasCarriageReturns() {
    return text.contains("\r\n");
  }
}
