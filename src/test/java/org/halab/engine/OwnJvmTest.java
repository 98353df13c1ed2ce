package org.halab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnJvmTest {
  @TempDir Path directory;

  /** What the other process does. */
  static final class Other {
    public static void main(String[] arguments) {
      System.out.println(RunIdentity.current() + " " + System.getProperty("lab.project"));
    }
  }

  /** With all classes; by its identity its clusters are told from those of the one that began. */
  @Test
  void anotherProcessHasTheSameClassesAndAnIdentityOfItsOwn()
      throws IOException, InterruptedException {
    Path output = directory.resolve("output.txt");
    Process process =
        OwnJvm.start(
            Other.class,
            Map.of("lab.project", "/a \"b\"\\c"),
            directory.resolve("java.arguments"),
            output);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String[] said = Files.readString(output).strip().split(" ", 2);
    assertThat(said[1]).isEqualTo("/a \"b\"\\c");
    RunIdentity other = RunIdentity.parse(said[0]).orElseThrow();
    assertThat(other).isNotEqualTo(RunIdentity.current());
    assertThat(other.pid()).isEqualTo(process.pid());
    assertThat(RunIdentity.current().ended()).isFalse();
  }
}
