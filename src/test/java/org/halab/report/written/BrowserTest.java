package org.halab.report.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {
  @TempDir private Path directory;

  @Test
  void takesAPictureAsHighAsThePage() throws Exception {
    Optional<Browser> browser = Browser.find();
    Assumptions.assumeTrue(browser.isPresent(), "no browser is on the PATH");
    Path page = directory.resolve("page.html");
    Files.writeString(page, "<body style='margin:0'><div style='height:100px;border:1px solid'>");
    Path picture = directory.resolve("page.png");

    assertThat(
            browser.get().shoot(page, picture, Path.of("target", "browser-test").toAbsolutePath()))
        .isTrue();

    BufferedImage image = ImageIO.read(picture.toFile());
    assertThat(image.getHeight()).isBetween(100, 130);
  }
}
