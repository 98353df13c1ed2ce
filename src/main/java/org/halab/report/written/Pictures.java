package org.halab.report.written;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The report's pictures: in the page itself, and as files beside it for Markdown. */
final class Pictures {
  /**
   * @param file its path from the report's directory, with slashes
   * @param data the picture itself, as an address that needs no file
   */
  record Picture(String file, String data) {}

  private static final String DIRECTORY = "pictures";
  private final Path report;
  private final Optional<Browser> browser;

  /** A browser takes its time: each page is shot once, wherever it is shown. */
  private final Map<String, Optional<Picture>> pages = new HashMap<>();

  /**
   * @param browser to take pictures of pages with; empty if there is none
   */
  Pictures(Path report, Optional<Browser> browser) {
    this.report = report;
    this.browser = browser;
  }

  /** A chart as a file. */
  String chart(String name, String svg) {
    return DIRECTORY + "/" + write(name + ".svg", svg).getFileName();
  }

  /** A page as a browser shows it; empty if there is no browser, or it does not manage. */
  Optional<Picture> page(String name, String html) {
    return pages.computeIfAbsent(name, one -> shot(one, html));
  }

  private Optional<Picture> shot(String name, String html) {
    if (browser.isEmpty()) {
      return Optional.empty();
    }
    Path page = write(name + ".html", html);
    Path picture = page.resolveSibling(name + ".png");
    if (!browser.get().shoot(page, picture, profile())) {
      return Optional.empty();
    }
    try {
      String data =
          "data:image/png;base64,"
              + Base64.getEncoder().encodeToString(Files.readAllBytes(picture));
      return Optional.of(new Picture(DIRECTORY + "/" + picture.getFileName(), data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path profile() {
    return report.resolve(DIRECTORY).resolve(".browser");
  }

  /** Removes what the browser left; to be called when it has long ended. */
  void tidy() {
    if (!Files.isDirectory(profile())) {
      return;
    }
    try (Stream<Path> files = Files.walk(profile())) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
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
