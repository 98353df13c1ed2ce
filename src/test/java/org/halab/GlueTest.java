package org.halab;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every step of the features has exactly one method, and every method is used. Runs no step. */
class GlueTest {
  @TempDir private Path directory;

  @Test
  void stepsAndMethodsMatch() throws Exception {
    Path unused = directory.resolve("unused.txt");
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    byte exitCode;
    try {
      exitCode =
          Main.run(
              "--dry-run",
              "--monochrome",
              "--glue",
              "org.halab.steps",
              "--glue",
              "org.halab.support",
              "--plugin",
              "summary",
              "--plugin",
              "unused:" + unused,
              "features");
    } finally {
      System.setOut(console);
    }
    assertThat(exitCode).as(printed.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(Files.readString(unused).strip())
        .as("steps that no feature uses")
        .startsWith("0 unused step definition(s)");
  }
}
