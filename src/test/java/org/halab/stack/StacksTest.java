package org.halab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StacksTest {
  private static final String RESOLVED =
      """
      {"services": {"one": {
        "command": ["patroni", "/one.yml"],
        "volumes": [{"type": "bind", "source": "%s/one.yml", "target": "/one.yml"}]},
       "keeper": {}}}
      """;

  @TempDir Path directory;
  private Stacks stacks;

  @BeforeEach
  void project() throws IOException {
    write("one.yml", "scope: lab\nname: one\nzookeeper: {hosts: [keeper]}\n");
    write("compose.yml", "services: {}\n");
    write("three/compose.yml", "services: {}\n");
    write("three-other/compose.yml", "x-lab: {laid-on: three}\n");
    write("elsewhere/compose.yml", "x-lab: {laid-on: ../three}\n");
    ComposeModel model = ComposeModel.parse(RESOLVED.formatted(directory));
    stacks =
        new Stacks(
            new StackReader(files -> model),
            directory,
            new Copies(directory, directory.resolve("work")));
  }

  @Test
  void anOverrideIsLaidOnTheOneThatItNames() {
    Stack stack = stacks.named("three-other");

    assertThat(stack.name()).isEqualTo("three-other");
    assertThat(stack.files())
        .containsExactly(
            directory.resolve("compose.yml"),
            directory.resolve("three/compose.yml"),
            directory.resolve("three-other/compose.yml"));
  }

  @Test
  void whatItIsLaidOnIsThereAlready() {
    Stack stack = stacks.named("three-other");

    assertThat(stacks.variant(stack, "three")).isSameAs(stack);
  }

  @Test
  void onlyAnOverrideBesideItCanBeNamed() {
    assertThat(stacks.named("elsewhere").files())
        .containsExactly(
            directory.resolve("compose.yml"), directory.resolve("elsewhere/compose.yml"));
  }

  private void write(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
