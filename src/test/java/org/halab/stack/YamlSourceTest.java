package org.halab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.halab.domain.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlSourceTest {
  private static final Path FILE = Path.of("node.yml");

  @TempDir Path directory;

  @Test
  void saysWhereASettingStands() {
    YamlSource source = YamlSource.parse(FILE, "a: &x\n  b: 1\nc: *x\n");

    assertThat(source.place("a", "b")).isEqualTo("node.yml:2");
    assertThat(source.line("c")).contains(3);
    assertThat(source.line("d")).isEmpty();
  }

  @Test
  void whatReplacesAnEarlierFilesIsReadAsItStands() {
    YamlSource source =
        YamlSource.parse(FILE, "a: !override\n  b: [1]\nc: !override [x]\nd: !reset null\n");

    assertThat(source.content())
        .isEqualTo(Map.of("a", Map.of("b", List.of(1)), "c", List.of("x"), "d", "null"));
    assertThat(source.place("a", "b")).isEqualTo("node.yml:2");
  }

  @Test
  void whatGrowsByItsAliasesIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [1, 1]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a%d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d]\n".formatted(i, i - 1));
    }

    refused(bomb.toString());
  }

  @Test
  void whatContainsItselfIsRefused() {
    refused("a: &a\n  b: *a\n");
  }

  @Test
  void aLargeFileIsNotRead() throws IOException {
    Path large = directory.resolve("large.yml");
    Files.writeString(large, "#".repeat((1 << 20) + 1));

    assertThatThrownBy(() -> YamlSource.read(large))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("large.yml is too large");
  }

  private static void refused(String yaml) {
    assertThatThrownBy(() -> YamlSource.parse(FILE, yaml))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("node.yml is too large");
  }
}
