package org.halab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;

class CopiesTest {
  private final Copies copies =
      new Copies(Path.of("/home/me/lab1"), Path.of("/lab/target/clusters"));

  @Test
  void aCopyHasAPlaceByItsName() {
    assertThat(copies.of("halab-1")).isEqualTo(Path.of("/lab/target/clusters/halab-1/files"));
  }

  @Test
  void whatIsToldNamesTheOriginal() {
    assertThat(
            copies.told(
                "/lab/target/clusters/halab-1/files/compose.yml:3 and"
                    + " /lab/target/clusters/project-7/files: no"))
        .isEqualTo("/home/me/lab1/compose.yml:3 and /home/me/lab1: no");
    assertThat(copies.told("/lab/target/clusters/halab-1/files-of-mine"))
        .isEqualTo("/lab/target/clusters/halab-1/files-of-mine");
  }

  @Test
  void soDoesAFailure() {
    assertThatThrownBy(
            () ->
                copies.told(
                    () -> {
                      throw new LabException(
                          Message.text("/lab/target/clusters/a/files/postgres0.yml:2: no"));
                    }))
        .isInstanceOf(LabException.class)
        .hasMessage("/home/me/lab1/postgres0.yml:2: no");
  }
}
