package org.halab.report.written;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A browser without a window, to take pictures of pages with. */
final class Browser {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 900;
  private static final int MARGIN = 12;
  private static final int LIMIT_SECONDS = 30;

  private final Path program;

  private Browser(Path program) {
    this.program = program;
  }

  /** The first known browser on the PATH. */
  static Optional<Browser> find() {
    List<Path> directories =
        Stream.ofNullable(System.getenv("PATH"))
            .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
            .map(Path::of)
            .toList();
    return NAMES.stream()
        .flatMap(name -> directories.stream().map(directory -> directory.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Browser::new);
  }

  /**
   * Takes a picture of a page, without the empty space below it.
   *
   * @param profile a directory for what the browser keeps; helpers of the browser may write there a
   *     little longer than the browser itself runs
   * @return false if it was not taken
   */
  boolean shoot(Path page, Path picture, Path profile) {
    Process process = null;
    try {
      process =
          new ProcessBuilder(command(page, picture, profile))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      return ended && Files.isRegularFile(picture) && trim(picture);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      end(process);
    }
  }

  /** The browser itself asks for nothing from anywhere: no name is resolved. */
  private List<String> command(Path page, Path picture, Path profile) {
    return List.of(
        program.toString(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--log-level=3",
        "--user-data-dir=" + profile,
        "--screenshot=" + picture,
        "--window-size=" + WIDTH + "," + HEIGHT,
        page.toUri().toString());
  }

  private static void end(Process process) {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static boolean trim(Path picture) throws IOException {
    BufferedImage image = ImageIO.read(picture.toFile());
    int last = image.getHeight() - 1;
    while (last > 0 && uniform(image, last)) {
      last--;
    }
    int height = Math.min(image.getHeight(), last + MARGIN);
    return ImageIO.write(
        image.getSubimage(0, 0, image.getWidth(), height), "png", picture.toFile());
  }

  private static boolean uniform(BufferedImage image, int row) {
    int first = image.getRGB(0, row);
    for (int x = 1; x < image.getWidth(); x++) {
      if (image.getRGB(x, row) != first) {
        return false;
      }
    }
    return true;
  }
}
