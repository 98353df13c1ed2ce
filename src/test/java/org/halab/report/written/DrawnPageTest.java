package org.halab.report.written;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnPageTest {
  private static final int RED = 0xffff0000;
  private static final int LIME = 0xff00ff00;

  @TempDir private Path directory;

  @Test
  void aPageIsDrawnInItsOwnStyleAndAsHighAsItIs() throws IOException {
    BufferedImage low = drawn("<style>tr.down td {background: red}</style>" + table(1));
    BufferedImage high = drawn("<style>tr.down td {background: red}</style>" + table(20));

    assertThat(has(low, RED)).isTrue();
    assertThat(low.getHeight()).isLessThan(high.getHeight()).isLessThan(200);
  }

  @Test
  void nothingIsFetchedForAPage() throws IOException {
    Path picture = directory.resolve("lime.png");
    BufferedImage lime = new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB);
    IntStream.range(0, 2500).forEach(i -> lime.setRGB(i % 50, i / 50, LIME));
    ImageIO.write(lime, "png", picture.toFile());
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", request -> asked.incrementAndGet());
    server.start();
    try {
      String there = "http://127.0.0.1:" + server.getAddress().getPort();
      String style = directory.resolve("style.css").toUri().toString();
      Files.writeString(directory.resolve("style.css"), "body {background: lime}");

      BufferedImage image =
          drawn(
              "<link rel=stylesheet href='%1$s/a.css'><link rel=stylesheet href='%2$s'>"
                      .formatted(there, style)
                  + "<style>@import url(%1$s/b.css); @import url(%2$s); p {background: url(%1$s/c.png)}"
                      .formatted(there, style)
                  + " h1 {background: url(%s)} @font-face {font-family: x; src: url(%s/d.ttf)}</style>"
                      .formatted(picture.toUri(), there)
                  + "<img src='%s/e.png'><img src='%s'>".formatted(there, picture.toUri())
                  + "<iframe src='%s/f'></iframe><p style='font-family: x'>text<h1>more"
                      .formatted(there));

      assertThat(asked).hasValue(0);
      assertThat(has(image, LIME)).isFalse();
    } finally {
      server.stop(0);
    }
  }

  private static String table(int rows) {
    return "<table>"
        + "<tr class=down><td nowrap>postgresql_pg_master</td></tr>".repeat(rows)
        + "</table>";
  }

  private static BufferedImage drawn(String html) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(DrawnPage.of(html)));
  }

  private static boolean has(BufferedImage image, int colour) {
    return IntStream.range(0, image.getHeight())
        .anyMatch(
            y -> IntStream.range(0, image.getWidth()).anyMatch(x -> image.getRGB(x, y) == colour));
  }
}
