package org.halab.report.written;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The report's pictures: in the page itself, and as files beside it for Markdown. */
final class Pictures {
  /**
   * @param file its path from the report's directory, with slashes
   * @param data the picture itself, as an address that needs no file
   */
  record Picture(String file, String data) {}

  private static final String DIRECTORY = "pictures";
  private final Path report;

  /** To draw a page takes its time: each is drawn once, wherever it is shown. */
  private final Map<String, Optional<Picture>> pages = new HashMap<>();

  Pictures(Path report) {
    this.report = report;
  }

  /** A chart as a file. */
  String chart(String name, String svg) {
    return DIRECTORY + "/" + write(name + ".svg", svg).getFileName();
  }

  /** A page as it looks; empty if it cannot be drawn. */
  Optional<Picture> page(String name, String html) {
    return pages.computeIfAbsent(name, one -> drawn(one, html));
  }

  private Optional<Picture> drawn(String name, String html) {
    byte[] picture;
    try {
      picture = DrawnPage.of(html);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
    try {
      Path file =
          Files.write(
              Files.createDirectories(report.resolve(DIRECTORY)).resolve(name + ".png"), picture);
      return Optional.of(
          new Picture(
              DIRECTORY + "/" + file.getFileName(),
              "data:image/png;base64," + Base64.getEncoder().encodeToString(picture)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String name, String content) {
    try {
      Path directory = Files.createDirectories(report.resolve(DIRECTORY));
      return Files.writeString(directory.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
