package org.halab.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a step attaches as its evidence, as a terminal can show it; long texts go to files. */
final class Shown {
  private static final int MOST_LINES = 16;

  private final Path directory;
  private int files;

  /**
   * @param directory for what is too long, or no text
   */
  Shown(Path directory) {
    this.directory = directory;
  }

  String note(String sentence) {
    return "• " + sentence.strip();
  }

  String evidence(String name, String mediaType, byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8).stripTrailing();
    boolean plain = mediaType.matches("(?s)(text/plain|application/json|text/csv).*");
    if (plain && text.lines().count() <= MOST_LINES + 1) {
      return "• " + name + ":\n" + TerminalText.excerpt(text, "  ", MOST_LINES);
    }
    Path file = keep(name, mediaType, data);
    return "• "
        + name
        + ": "
        + file
        + (plain ? "\n" + TerminalText.excerpt(text, "  ", MOST_LINES) : "");
  }

  private Path keep(String name, String mediaType, byte[] data) {
    String type = mediaType.replaceAll("(?s)^[^/]*/([a-z]+).*", "$1").replace("plain", "txt");
    String slug = name.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    Path file = directory.resolve("%02d-%s.%s".formatted(++files, slug, type));
    try {
      Files.createDirectories(directory);
      return Files.write(file, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
