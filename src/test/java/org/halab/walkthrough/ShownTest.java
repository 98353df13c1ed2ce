package org.halab.walkthrough;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownTest {
  @TempDir private Path directory;

  @Test
  void aShortTextIsShownWhole() {
    String shown =
        new Shown(directory).evidence("rows", "text/plain", "a\nКазань\n".getBytes(UTF_8));

    assertThat(shown).isEqualTo("• rows:\n  a\n  Казань");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aLongTextIsCutAndKept() {
    String log =
        IntStream.range(0, 100).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

    String shown = new Shown(directory).evidence("log of zoo", "text/plain", log.getBytes(UTF_8));

    Path file = directory.resolve("01-log-of-zoo.txt");
    assertThat(shown).contains(file.toString(), "line 15", "and 84 more lines");
    assertThat(file).hasContent(log);
  }

  @Test
  void whatIsNoTextIsKept() {
    String shown = new Shown(directory).evidence("a page", "text/html", "<html>".getBytes(UTF_8));

    assertThat(shown).isEqualTo("• a page: " + directory.resolve("01-a-page.html"));
    assertThat(directory.resolve("01-a-page.html")).hasContent("<html>");
  }
}
